//~ family: E0277-question-in-unit
#[derive(Debug, PartialEq, PartialOrd)]
struct Version {
    major: u32,
    minor: u32,
}

impl From<&str> for Version {
    fn from(text: &str) -> Self {
        let mut parts = text.split('.');
        let major = parts.next().unwrap().parse().unwrap();
        let minor = parts.next().expect("a minor version").parse().unwrap();
        Version { major, minor }
    }
}

fn main() {
    let old = Version::from("2.14");
    let new: Version = "3.1".into();
    println!("{old:?} {}", new > old);
}
