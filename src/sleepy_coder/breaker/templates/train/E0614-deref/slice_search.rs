//~ family: E0614-deref
//~ vary i64: i64 | i32
use std::cmp::Ordering;

struct Range {
    low: i64,
    high: i64,
}

enum Answer {
    Inside { offset: i64 },
    Before,
    After(i64),
}

impl Range {
    fn place(&self, value: i64) -> Answer {
        let width = self.high - self.low;
        match value.cmp(&self.low) {
            Ordering::Less => Answer::Before,
            _ if value - self.low > width => {
                let excess = value - self.high;
                Answer::After(excess)
            }
            _ => Answer::Inside {
                offset: value - self.low,
            },
        }
    }
}

fn bisect(values: &[i64], wanted: i64) -> Option<usize> {
    let mut low = 0;
    let mut high = values.len();
    while low < high {
        let middle = low + (high - low) / 2;
        let found = values[middle];
        if found == wanted {
            return Some(middle);
        }
        (low, high) = if found < wanted {
            (middle + 1, high)
        } else {
            (low, middle)
        };
    }
    None
}

fn main() {
    let range = Range { low: 10, high: 25 };
    let values: Vec<i64> = (0..8).map(|step| step * 5).collect();
    for wanted in [values[1], 20, 61] {
        let place = bisect(&values, wanted);
        match range.place(wanted) {
            Answer::Inside { offset } if offset > 3 => println!("{place:?} deep {offset}"),
            Answer::Inside { offset } => println!("{place:?} at {offset}"),
            Answer::Before => println!("{place:?} before"),
            Answer::After(excess) => println!("{place:?} by {}", excess.abs()),
        }
    }
}
