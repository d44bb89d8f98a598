//~ family: E0428-item-twice
use std::f64::consts::PI;

const TOLERANCE: f64 = 0.01;

#[derive(Clone, Copy)]
struct Disc {
    radius: f64,
}

fn area(disc: Disc) -> f64 {
    PI * disc.radius.powi(2)
}

fn close(left: f64, right: f64) -> bool {
    (left - right).abs() < TOLERANCE
}

impl Disc {
    fn with_area(wanted: f64) -> Disc {
        Disc { radius: (wanted / PI).sqrt() }
    }
}

fn main() {
    let disc = Disc::with_area(50.0);
    println!("{:.3} {} {}", disc.radius, close(area(disc), 50.0), close(disc.radius, 4.0));
}
