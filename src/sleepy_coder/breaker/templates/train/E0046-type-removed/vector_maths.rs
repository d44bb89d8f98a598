//~ family: E0046-type-removed
use std::ops::{Add, Mul};

#[derive(Debug, Clone, Copy, PartialEq)]
struct Vector {
    x: f64,
    y: f64,
}

impl Add for Vector {
    type Output = Vector;

    fn add(self, other: Vector) -> Vector {
        Vector { x: self.x + other.x, y: self.y + other.y }
    }
}

impl Mul<f64> for Vector {
    type Output = Vector;

    fn mul(self, factor: f64) -> Vector {
        Vector { x: self.x * factor, y: self.y * factor }
    }
}

fn main() {
    let step = Vector { x: 0.5, y: -1.0 };
    let mut place = Vector { x: 0.0, y: 10.0 };
    for _ in 0..3 {
        place = place + step * 2.0;
    }
    println!("{place:?}");
}
