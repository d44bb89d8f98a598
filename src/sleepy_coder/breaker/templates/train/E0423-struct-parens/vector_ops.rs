//~ family: E0423-struct-parens
use std::ops::{Add, Mul, Neg};

#[derive(Debug, Clone, Copy, PartialEq)]
struct Vector {
    x: f64,
    y: f64,
}

struct Line {
    from: Vector,
    along: Vector,
}

const ORIGIN: Vector = Vector { x: 0.0, y: 0.0 };

impl Add for Vector {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Vector { x: self.x + other.x, y: self.y + other.y }
    }
}

impl Mul<f64> for Vector {
    type Output = Vector;
    fn mul(self, by: f64) -> Vector {
        let (x, y) = (self.x * by, self.y * by);
        Vector { x, y }
    }
}

impl Neg for Vector {
    type Output = Vector;
    fn neg(self) -> Vector {
        return Vector { x: -self.x, y: -self.y };
    }
}

impl Line {
    fn at(&self, share: f64) -> Vector {
        self.from + self.along * share
    }
}

fn main() {
    let line = Line { from: ORIGIN, along: Vector { y: 4.5, x: -2.0 } };
    println!("{:?} {:?}", line.at(0.5), -line.at(2.0));
}
