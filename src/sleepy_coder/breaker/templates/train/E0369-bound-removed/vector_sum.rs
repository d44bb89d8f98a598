//~ family: E0369-bound-removed
use std::ops::{Add, Mul};

#[derive(Debug, Clone, Copy)]
struct Point<T> {
    x: T,
    y: T,
}

impl<T: Add<Output = T>> Point<T> {
    fn moved(self, dx: T) -> Point<T> {
        Point { x: self.x + dx, y: self.y }
    }
}

fn area<T: Mul<Output = T>>(width: T, height: T) -> T {
    width * height
}

fn main() {
    let point = Point { x: 3, y: 8 }.moved(4);
    println!("{point:?} {}", area(point.x, point.y));
    println!("{}", area(0.5, 9.0));
}
