//~ family: E0416-bound-twice
//~ vary i64: i64 | i32
fn extremes(values: &[i64]) -> Option<(i64, i64, usize)> {
    let low = *values.iter().min()?;
    let high = *values.iter().max()?;
    Some((low, high, values.len()))
}

fn main() {
    let values = [8, -3, 14, 5];
    match extremes(&values) {
        Some((low, high, _)) if low < 0 => println!("{low} is below zero, {high} is not"),
        Some((low, _, _)) => println!("from {low}"),
        None => println!("empty"),
    }
    let (first, _) = values.split_at(2);
    println!("{first:?}");
}
