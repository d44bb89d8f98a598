//~ family: E0053-parameter-type
use std::cmp::Ordering;
use std::fmt;
use std::ops::AddAssign;

#[derive(Debug, PartialEq, Eq)]
struct Release {
    major: u32,
    name: String,
}

impl PartialOrd for Release {
    fn partial_cmp(&self, other: &Release) -> Option<Ordering> {
        Some(self.major.cmp(&other.major))
    }
}

impl AddAssign<u32> for Release {
    fn add_assign(&mut self, steps: u32) {
        self.major += steps;
    }
}

impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} v{}", self.name, self.major)
    }
}

fn main() {
    let old = Release { major: 3, name: "reef".to_string() };
    let mut new = Release { major: 3, name: "reef".to_string() };
    new += 2;
    println!("{new} newer than {old}: {}", new > old);
}
