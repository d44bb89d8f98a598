//~ family: E0220-typo
use std::ops::{Add, Mul};

#[derive(Clone, Copy, Debug)]
struct Pair<T> {
    x: T,
    y: T,
}

impl<T: Add<Output = T>> Add for Pair<T> {
    type Output = Pair<T>;

    fn add(self, other: Self) -> Self::Output {
        Pair { x: self.x + other.x, y: self.y + other.y }
    }
}

fn dot<T>(left: Pair<T>, right: Pair<T>) -> T
where
    T: Mul<Output = T> + Add<Output = T>,
{
    left.x * right.x + left.y * right.y
}

fn main() {
    let (a, b) = (Pair { x: 2, y: 5 }, Pair { x: 4, y: 1 });
    println!("{:?} {}", a + b, dot(a, b));
    println!("{:.2}", dot(Pair { x: 0.5, y: 1.5 }, Pair { x: 2.0, y: 3.0 }));
}
