//~ family: E0369-derive-removed
//~ vary u16: u16 | u8 | u32
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Version {
    major: u16,
    minor: u16,
}

#[derive(Debug, Clone, PartialEq)]
struct Channel(String);

#[derive(PartialEq, PartialOrd)]
enum Level {
    Note,
    Warning,
    Fatal,
}

const OLDEST: Version = Version { major: 1, minor: 4 };

fn parse(text: &str) -> Option<Version> {
    let (major, minor) = text.split_once('.')?;
    Some(Version { major: major.parse().ok()?, minor: minor.parse().ok()? })
}

fn judge(version: Version, channel: &Channel, nightly: &Channel) -> Level {
    match version {
        _ if channel == nightly => Level::Warning,
        old if old < OLDEST => Level::Fatal,
        _ => Level::Note,
    }
}

fn main() {
    let nightly = Channel("nightly".to_string());
    for text in ["1.2", "2.0", "x"] {
        let Some(version) = parse(text) else {
            println!("{text}?");
            continue;
        };
        let level = judge(version, &Channel("stable".to_string()), &nightly);
        if level >= Level::Warning {
            println!("{version:?} must go");
        }
    }
}
