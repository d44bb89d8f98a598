//~ family: E0369-bound-removed
//~ vary i32: i32 | i64 | f64
use std::ops::{Add, Mul, Sub};

#[derive(Debug, Clone, Copy, PartialEq)]
struct Vec2<T> {
    x: T,
    y: T,
}

impl<T: Sub<Output = T>> Vec2<T> {
    fn slope(self) -> T {
        self.y - self.x
    }
}

impl<T> Add for Vec2<T>
where
    T: Add<Output = T>,
{
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let sum = |a: T, b: T| a + b;
        Vec2 { x: sum(self.x, other.x), y: sum(self.y, other.y) }
    }
}

fn scaled<T>(items: &[Vec2<T>], factor: T) -> Vec<T>
where
    T: Copy + Mul<Output = T>,
{
    items.iter().map(|item| item.x * factor).collect()
}

fn main() {
    let a: Vec2<i32> = Vec2 { x: 2 as i32, y: 9 as i32 };
    let b = a + a;
    println!("{:?} {:?} {}", b, scaled(&[a, b], 3 as i32), b.slope());
}
