//~ family: E0119-derived-too
use std::cmp::Ordering;
use std::fmt;

#[derive(Clone, Copy)]
pub struct Interval<T> {
    low: T,
    high: T,
}

impl<T: fmt::Display> fmt::Debug for Interval<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}, {})", self.low, self.high)
    }
}

impl<T: PartialEq> PartialEq for Interval<T> {
    fn eq(&self, other: &Self) -> bool {
        self.low == other.low && self.high == other.high
    }
}

impl<T: PartialOrd> PartialOrd for Interval<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        if self.high <= other.low {
            Some(Ordering::Less)
        } else if self.low >= other.high {
            Some(Ordering::Greater)
        } else {
            (self == other).then_some(Ordering::Equal)
        }
    }
}

fn main() {
    let (morning, noon) = (Interval { low: 6, high: 11 }, Interval { low: 11, high: 14 });
    println!("{:?} {}", morning, morning < noon);
    println!("{:?}", noon.partial_cmp(&Interval { low: 13, high: 20 }));
}
