//~ family: parse-brace
use std::cmp::Ordering;

mod search {
    use super::Ordering;

    pub fn lowest<T, F>(items: &[T], mut compare: F) -> Option<usize>
    where
        F: FnMut(&T) -> Ordering,
    {
        let (mut low, mut high) = (0, items.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if let Ordering::Less = compare(&items[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if low < items.len() {
            Some(low)
        } else {
            None
        }
    }

    pub mod text {
        pub fn before(left: &str, right: &str) -> bool {
            let pairs = left.chars().zip(right.chars());
            for (a, b) in pairs.map(|(a, b)| (a.to_ascii_lowercase(), b.to_ascii_lowercase())) {
                if a != b {
                    return a < b;
                }
            }
            left.len() < right.len()
        }
    }
}

fn main() {
    let words = ["ant", "Bee", "cat", "Dog"];
    let found =
        search::lowest(&words, |word| if search::text::before(word, "C") { Ordering::Less } else { Ordering::Greater });
    println!("{found:?}");
}
