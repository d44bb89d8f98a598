//~ family: E0506-borrow
fn averages(values: &[f64], weight: f64) -> Vec<f64> {
    let mut level = values[0];
    let mut trail = Vec::new();
    for value in values {
        let before = level;
        level = before * (1.0 - weight) + value * weight;
        trail.push(level - before);
    }
    trail
}

fn main() {
    let trail = averages(&[2.0, 4.0, 8.0], 0.5);
    println!("{trail:?}");
    let mut best = trail[0];
    let start = best;
    for step in trail {
        if step > best {
            best = step;
        }
    }
    println!("from {start} to {best}");
}
