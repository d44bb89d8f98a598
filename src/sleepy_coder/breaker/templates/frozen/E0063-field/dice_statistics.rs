//~ family: E0063-field
//~ vary u64: u64 | u32 | i64
struct Summary {
    smallest: u64,
    largest: u64,
    total: u64,
}

fn summarize(throws: &[u64]) -> Option<Summary> {
    let smallest = *throws.iter().min()?;
    let largest = *throws.iter().max()?;
    let total = throws.iter().sum::<u64>();
    Some(Summary { smallest, largest, total })
}

fn main() {
    let throws = vec![4, 6, 2, 5];
    if let Some(Summary { smallest, largest, total }) = summarize(&throws) {
        println!("{} to {}, together {}", smallest, largest, total);
    }
    println!("{}", summarize(&[]).is_none());
}
