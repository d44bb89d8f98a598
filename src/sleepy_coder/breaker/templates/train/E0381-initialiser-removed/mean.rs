//~ family: E0381-initialiser-removed
//~ vary f64: f64 | f32
fn mean(values: &[f64]) -> Result<f64, String> {
    if values.is_empty() {
        return Err(String::from("nothing measured"));
    }
    let mut sum: f64 = 0.0;
    let mut count = 0;
    for value in values {
        sum += value;
        count += 1;
    }
    println!("{count} values");
    Ok(sum / values.len() as f64)
}

fn main() {
    for series in [vec![1.5, 2.5, 5.0], vec![]] {
        match mean(&series) {
            Ok(mean) => println!("mean {mean:.2}"),
            Err(reason) => println!("error: {reason}"),
        }
    }
}
