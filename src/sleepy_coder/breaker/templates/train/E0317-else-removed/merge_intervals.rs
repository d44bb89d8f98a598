//~ family: E0317-else-removed
use std::collections::VecDeque;

#[derive(Debug, Clone, Copy, PartialEq)]
struct Interval {
    low: i64,
    high: i64,
}

trait Overlap {
    fn overlap(&self, other: &Self) -> Option<Self>
    where
        Self: Sized;
}

impl Overlap for Interval {
    fn overlap(&self, other: &Interval) -> Option<Interval> {
        let low = if self.low < other.low { other.low } else { self.low };
        let high = std::cmp::min(self.high, other.high);
        if low < high {
            Some(Interval { low, high })
        } else {
            None
        }
    }
}

fn longest(intervals: &[Interval]) -> Option<i64> {
    let lengths = intervals.iter().map(|one| one.high - one.low);
    lengths.reduce(|best, length| if length > best { length } else { best })
}

fn halves(queue: &mut VecDeque<Interval>) -> usize {
    let mut steps = 0;
    while let Some(Interval { low, high }) = queue.pop_front() {
        steps += 1;
        let middle = (low + high) / 2;
        let next = if middle > low {
            Some(Interval { low, high: middle })
        } else {
            None
        };
        queue.extend(next);
    }
    steps
}

fn main() {
    let intervals = [Interval { low: 2, high: 9 }, Interval { low: 5, high: 20 }];
    println!("{:?} {:?}", intervals[0].overlap(&intervals[1]), longest(&intervals));
    println!("{}", halves(&mut intervals.into()));
}
