//~ family: E0308-tail-semicolon
//~ vary u16: u16 | i32 | u64
//~ vary shelf: shelf | drawer | crate_box
use std::cmp::Ordering;

fn locate<T: Ord>(sorted: &[T], wanted: &T) -> Result<usize, usize> {
    let (mut low, mut high) = (0, sorted.len());
    while low < high {
        let middle = low + (high - low) / 2;
        match sorted[middle].cmp(wanted) {
            Ordering::Equal => return Ok(middle),
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
        }
    }
    Err(low)
}

fn place<T: Ord>(mut sorted: Vec<T>, item: T) -> Vec<T> {
    let slot = locate(&sorted, &item).unwrap_or_else(|gap| gap);
    sorted.insert(slot, item);
    sorted
}

fn main() {
    let codes: Vec<u16> = [42, 7, 19, 88].into_iter().fold(Vec::new(), place);
    println!("shelf {codes:?}");
    println!("{:?} {:?}", locate(&codes, &19), locate(&codes, &50));
    let words = place(place(Vec::new(), "pear"), "fig");
    println!("{}", words.join("<"));
}
