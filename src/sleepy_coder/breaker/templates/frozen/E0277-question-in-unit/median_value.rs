//~ family: E0277-question-in-unit
//~ vary f64: f64 | f32
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(|left, right| left.partial_cmp(right).unwrap());
    let middle = values.get(values.len() / 2).unwrap();
    *middle
}

fn spread(values: &[f64]) -> f64 {
    let high = values.iter().copied().reduce(f64::max).unwrap();
    let low = values.iter().copied().reduce(f64::min).unwrap();
    high - low
}

fn main() {
    let values = vec![4.5, 1.0, 9.25];
    println!("{} {}", spread(&values), median(values));
}
