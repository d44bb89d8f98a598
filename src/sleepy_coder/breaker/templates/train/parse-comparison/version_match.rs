//~ family: parse-comparison
use std::cmp::Ordering;

#[derive(Debug, Clone, Copy, Eq)]
struct Version {
    major: u16,
    minor: u16,
    build: u32,
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.major == other.major && self.minor == other.minor
    }
}

impl Version {
    fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('.').collect();
        match parts.as_slice() {
            [major, minor, rest @ ..] if rest.len() != 2 => Some(Version {
                major: major.parse().ok()?,
                minor: minor.parse().ok()?,
                build: if rest == ["dev"] { 0 } else { rest.first().map_or(Some(1), |one| one.parse().ok())? },
            }),
            _ => None,
        }
    }

    fn is_release(&self) -> bool {
        self.build != 0
    }
}

fn newest(versions: &[Version]) -> Option<Version> {
    let same = |left: &Version, right: &Version| left.cmp_key().cmp(&right.cmp_key()) == Ordering::Equal;
    let last = versions.last()?;
    versions.iter().copied().find(|version| same(version, last))
}

impl Version {
    fn cmp_key(&self) -> (u16, u16) {
        (self.major, self.minor)
    }
}

fn main() {
    let versions: Vec<Version> = ["1.4", "2.7.dev", "2.7.15"].into_iter().filter_map(Version::parse).collect();
    println!("{:?} {}", newest(&versions), versions[1] == versions[2]);
    assert!(versions.iter().any(Version::is_release), "{} left", versions.len());
}
