//~ family: E0185-self-added
use std::collections::BTreeSet;
use std::iter::{FromIterator, Sum};

#[derive(Debug, Clone, Copy, PartialEq)]
struct Minutes(u32);

impl Sum for Minutes {
    fn sum<I: Iterator<Item = Minutes>>(iter: I) -> Minutes {
        Minutes(iter.map(|minutes| minutes.0).sum())
    }
}

impl From<(u32, u32)> for Minutes {
    fn from(time: (u32, u32)) -> Minutes {
        Minutes(time.0 * 60 + time.1)
    }
}

#[derive(Debug)]
struct Tags {
    known: BTreeSet<String>,
    repeats: usize,
}

impl<'a> FromIterator<&'a str> for Tags {
    fn from_iter<I: IntoIterator<Item = &'a str>>(iter: I) -> Tags {
        let mut tags = Tags { known: BTreeSet::new(), repeats: 0 };
        for tag in iter {
            if !tags.known.insert(tag.to_lowercase()) {
                tags.repeats += 1;
            }
        }
        tags
    }
}

fn main() {
    let total: Minutes = [(1, 20), (0, 45)].into_iter().map(Minutes::from).sum();
    let tags: Tags = "Sea salt SEA sand".split(' ').collect();
    println!("{total:?} {} {}", tags.known.len(), tags.repeats);
}
