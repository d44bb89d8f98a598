//~ family: E0308-int-width
use std::time::Duration;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Stamp {
    day: u16,
    second: u32,
}

const DAY: u64 = 86_400;

impl Stamp {
    fn absolute(self) -> u64 {
        let days: u64 = self.day.into();
        days * DAY + u64::from(self.second)
    }

    fn later(self, by: Duration) -> Stamp {
        let total = self.absolute() + by.as_secs();
        Stamp { day: (total / DAY) as u16, second: (total % DAY) as u32 }
    }
}

impl From<Stamp> for i64 {
    fn from(stamp: Stamp) -> i64 {
        stamp.absolute() as i64
    }
}

fn apart(one: Stamp, other: Stamp) -> u32 {
    one.absolute().abs_diff(other.absolute()) as u32
}

fn main() {
    let start = Stamp { day: 3, second: 86_000 };
    let end = start.later(Duration::from_secs(900));
    println!("{:?} {} {}", end, apart(start, end), i64::from(end));
}
