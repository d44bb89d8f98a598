//~ family: E0407-method-typo
//~ vary u16: u16 | u32 | u8
use std::cmp::Ordering;

#[derive(Clone, Copy, Debug, Eq)]
struct Release {
    major: u16,
    minor: Option<u16>,
}

impl PartialEq for Release {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }

    fn ne(&self, other: &Self) -> bool {
        self.major != other.major || self.minor.unwrap_or(0) != other.minor.unwrap_or(0)
    }
}

impl PartialOrd for Release {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    fn ge(&self, other: &Self) -> bool {
        !(other.major > self.major)
    }
}

impl Ord for Release {
    fn cmp(&self, other: &Self) -> Ordering {
        let minor = |release: &Release| release.minor.unwrap_or(0);
        self.major.cmp(&other.major).then_with(|| minor(self).cmp(&minor(other)))
    }
}

fn main() {
    let plain = Release { major: 2, minor: None };
    let patched = Release { minor: Some(4), ..plain };
    println!("{} {} {:?}", plain != patched, plain >= patched, plain.max(patched));
}
