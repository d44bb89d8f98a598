//~ family: E0369-derive-removed
//~ vary u16: u16 | u32 | i64
#[derive(Debug, PartialEq)]
struct Version(u16, u16);

#[derive(Debug)]
enum Upgrade {
    Current,
    Needed(String),
}

fn read_version(text: &str) -> Result<Version, String> {
    let (major, minor) = text.split_once('.').ok_or(format!("no dot in {text}"))?;
    let major = major.parse::<u16>().map_err(|err| err.to_string())?;
    let minor = minor.parse::<u16>().map_err(|err| err.to_string())?;
    Ok(Version(major, minor))
}

fn check(installed: &str, released: &Version) -> Result<Upgrade, String> {
    let found = read_version(installed)?;
    if found == *released {
        return Ok(Upgrade::Current);
    }
    Ok(Upgrade::Needed(format!("{}.{}", released.0, released.1)))
}

fn main() {
    let released = Version(3, 14);
    for installed in ["3.14", "2.7", "nightly"] {
        match check(installed, &released) {
            Ok(upgrade) => println!("{installed}: {upgrade:?}"),
            Err(problem) => println!("{installed}: error, {problem}"),
        }
    }
}
