//~ family: E0369-bound-removed
use std::ops::{Add, Mul, Sub};

#[derive(Debug, Clone, Copy, PartialEq)]
struct Colour(f32, f32);

impl Add for Colour {
    type Output = Colour;
    fn add(self, other: Colour) -> Colour {
        Colour(self.0 + other.0, self.1 + other.1)
    }
}

impl Sub for Colour {
    type Output = Colour;
    fn sub(self, other: Colour) -> Colour {
        Colour(self.0 - other.0, self.1 - other.1)
    }
}

impl Mul<f32> for Colour {
    type Output = Colour;
    fn mul(self, by: f32) -> Colour {
        Colour(self.0 * by, self.1 * by)
    }
}

fn distance<V: Copy + Sub<Output = V>>(ends: (V, V)) -> V {
    ends.1 - ends.0
}

fn blend<V>(start: V, change: V, part: f32) -> V
where
    V: Mul<f32, Output = V> + Add<Output = V> + Copy,
{
    let moved = change * part;
    start + moved
}

fn main() {
    let ends = (Colour(0.0, 1.0), Colour(1.0, 0.5));
    println!("{:?}", blend(ends.0, distance(ends), 0.5));
    println!("{}", blend(10.0f32, distance((10.0, 30.0)), 0.25));
}
