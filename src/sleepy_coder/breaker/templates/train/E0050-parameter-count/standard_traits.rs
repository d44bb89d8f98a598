//~ family: E0050-parameter-count
//~ vary i32: i32 | i64 | u32
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::ops::AddAssign;
use std::str::FromStr;

#[derive(Clone, Eq)]
struct Version {
    parts: Vec<i32>,
    label: String,
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Version) -> Ordering {
        self.parts.cmp(&other.parts)
    }
}

impl Hash for Version {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.parts.hash(state);
    }
}

impl FromStr for Version {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts = text.split('.').map(str::parse).collect::<Result<_, _>>()?;
        Ok(Version { parts, label: text.to_string() })
    }
}

impl AddAssign<i32> for Version {
    fn add_assign(&mut self, more: i32) {
        self.parts.push(more);
    }
}

fn main() {
    let (old, mut new): (Version, Version) = ("1.4".parse().unwrap(), "1.4.2".parse().unwrap());
    println!("{:?} {}", old.cmp(&new), old == new);
    new += 7;
    println!("{} {:?}", new.label, new.parts);
}
