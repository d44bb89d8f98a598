//~ family: E0004-guard
fn state(degrees: i32) -> &'static str {
    match degrees {
        t if t <= 0 => "ice",
        t if t >= 100 => "steam",
        _ => "water",
    }
}

fn label(readings: &[i32]) -> Vec<&'static str> {
    readings.iter().map(|reading| state(*reading)).collect()
}

fn main() {
    println!("{:?}", label(&[-4, 0, 37, 100, 250]));
}
