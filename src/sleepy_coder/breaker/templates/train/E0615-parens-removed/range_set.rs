//~ family: E0615-parens-removed
#[derive(Debug, Clone, PartialEq)]
struct Interval<T> {
    low: T,
    high: T,
}

impl<T: PartialOrd + Copy> Interval<T> {
    fn is_empty(&self) -> bool {
        self.high <= self.low
    }

    fn swapped(self) -> Self {
        Interval { low: self.high, high: self.low }
    }

    fn overlap(&self, other: &Self) -> Option<Self> {
        let low = if self.low > other.low { self.low } else { other.low };
        let high = if self.high < other.high { self.high } else { other.high };
        let common = Interval { low, high };
        if common.is_empty() {
            None
        } else {
            Some(common)
        }
    }
}

impl Interval<u32> {
    fn length(&self) -> u32 {
        self.high.saturating_sub(self.low)
    }
}

fn main() {
    let (night, shift) = (Interval { low: 3, high: 9 }, Interval { low: 7, high: 12 });
    let common = night.overlap(&shift).unwrap();
    println!("{} of {}", common.length(), night.length() + shift.length());
    match shift.clone().swapped() {
        odd if odd.is_empty() => println!("empty {odd:?}"),
        fine => println!("{fine:?} {}", fine.length()),
    }
}
