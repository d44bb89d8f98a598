//~ family: E0428-item-twice
//~ vary u64: u64 | u32 | i64
mod numbers {
    pub type Pair<T> = (T, T);

    pub trait Measure {
        const UNIT: &'static str;
    }

    pub struct Metres(pub u64);
    pub struct Span<T> {
        pub ends: Pair<T>,
    }

    impl Measure for Metres {
        const UNIT: &'static str = "m";
    }

    pub fn sorted<T: PartialOrd>((a, b): Pair<T>) -> Span<T> {
        Span { ends: if b < a { (b, a) } else { (a, b) } }
    }

    pub(crate) const fn gcd(a: u64, b: u64) -> u64 {
        if b == 0 {
            a
        } else {
            gcd(b, a % b)
        }
    }
}

use numbers::{gcd, sorted, Measure, Metres};

const PERIOD: u64 = gcd(84, 36);

fn unit_of<M: Measure>(_: &M) -> &'static str {
    M::UNIT
}

fn shortest<'a>(words: &[&'a str]) -> Option<&'a str> {
    words.iter().copied().min_by_key(|word| word.len())
}

fn main() {
    let length = Metres(PERIOD);
    println!("{} {} {:?}", length.0, unit_of(&length), sorted(('q', 'c')).ends);
    println!("{:?}", shortest(&["lane", "way"]));
}
