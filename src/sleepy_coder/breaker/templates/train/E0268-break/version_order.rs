//~ family: E0268-break
use std::fmt;
use std::str::FromStr;

#[derive(Debug, Clone, PartialEq, Eq)]
struct Version {
    numbers: [u32; 3],
    tag: Option<String>,
}

#[derive(Debug, PartialEq)]
enum Malformed {
    Parts(usize),
    Number(String),
}

impl FromStr for Version {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let (numbers, tag) = match text.split_once('-') {
            Some((_, "")) => return Err(Malformed::Parts(0)),
            Some((numbers, tag)) => (numbers, Some(tag.to_string())),
            None => (text, None),
        };
        let parts: Vec<&str> = numbers.split('.').collect();
        let [major, minor, patch] = parts[..] else {
            return Err(Malformed::Parts(parts.len()));
        };
        let read = |part: &str| part.parse().map_err(|_| Malformed::Number(part.to_string()));
        Ok(Version { numbers: [read(major)?, read(minor)?, read(patch)?], tag })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [major, minor, patch] = self.numbers;
        if let Some(tag) = &self.tag {
            return write!(f, "{major}.{minor}.{patch} ({tag})");
        }
        write!(f, "{major}.{minor}.{patch}")
    }
}

fn newest(versions: &[Version]) -> Option<&Version> {
    let stable: Vec<&Version> = versions.iter().filter(|version| version.tag.is_none()).collect();
    if stable.is_empty() {
        return versions.iter().max_by_key(|version| version.numbers);
    }
    stable.into_iter().max_by_key(|version| version.numbers)
}

fn main() {
    let read: Vec<Result<Version, Malformed>> =
        ["1.2.3", "2.0.0-rc", "1.x.0", "4-", "7.1"].iter().map(|text| text.parse()).collect();
    println!("{:?}", read.iter().filter(|version| version.is_err()).collect::<Vec<_>>());
    let versions: Vec<Version> = read.into_iter().flatten().collect();
    if let Some(version) = newest(&versions) {
        println!("{version}");
    }
    println!("{}", versions[1]);
}
