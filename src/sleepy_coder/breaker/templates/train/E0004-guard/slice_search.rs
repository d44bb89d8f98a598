//~ family: E0004-guard
use std::cmp::Ordering;

fn search(items: &[i64], wanted: i64) -> Option<usize> {
    let (mut low, mut high) = (0, items.len());
    while low < high {
        let middle = low + (high - low) / 2;
        match items[middle] {
            value if value == wanted => return Some(middle),
            value if value < wanted => low = middle + 1,
            _ => high = middle,
        }
    }
    None
}

fn span(items: &[i64]) -> i64 {
    match items {
        [] => 0,
        [only] => *only,
        [first, .., last] if first <= last => last - first,
        [first, .., last] => first - last,
    }
}

fn order(pair: (i64, i64)) -> Ordering {
    match pair {
        (a, b) if a > b => Ordering::Greater,
        (_, b) if b > 100 => Ordering::Less,
        (_, b) => b.cmp(&pair.0).reverse(),
    }
}

fn main() {
    let items = [2, 5, 9, 31];
    println!("{:?} {:?} {}", search(&items, 9), search(&items, 10), span(&items));
    println!("{:?} {:?}", order((4, 1)), order((1, 4)));
}
