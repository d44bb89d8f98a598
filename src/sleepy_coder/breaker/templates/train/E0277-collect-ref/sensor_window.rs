//~ family: E0277-collect-ref
//~ vary f64: f64 | f32
//~ vary take: take | skip
#[derive(Debug)]
enum Quality {
    Smooth,
    Rough,
}

fn newest(samples: &[f64], many: usize) -> Vec<f64> {
    samples.iter().rev().take(many).copied().collect()
}

fn judge(window: &[f64]) -> Quality {
    let low = window.iter().copied().fold(f64::INFINITY, f64::min);
    let high = window.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if high - low > 1.5 { Quality::Rough } else { Quality::Smooth }
}

fn main() {
    let samples = vec![20.5, 20.75, 21.0, 24.5, 24.25];
    let window = newest(&samples, 3);
    let warm: Vec<f64> = samples.iter().filter(|t| **t > 20.6).copied().collect();
    println!("{:?} is {:?}", window, judge(&window));
    println!("{} warm readings", warm.len());
}
