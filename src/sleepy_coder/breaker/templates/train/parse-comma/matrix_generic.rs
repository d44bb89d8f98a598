//~ family: parse-comma
//~ vary f64: f64 | f32
use std::ops::{Add, AddAssign, Mul};

#[derive(Debug, Clone, Copy, PartialEq)]
struct Matrix<T>([[T; 2]; 2]);

trait Zip<T, U> {
    fn zip_with<V>(self, other: Matrix<U>, join: impl Fn(T, U) -> V) -> Matrix<V>;
}

impl<T: Copy, U: Copy> Zip<T, U> for Matrix<T> {
    fn zip_with<V>(self, other: Matrix<U>, join: impl Fn(T, U) -> V) -> Matrix<V> {
        let Matrix([[a, b], [c, d]]) = self;
        let Matrix([[e, f], [g, h]]) = other;
        Matrix([[join(a, e), join(b, f)], [join(c, g), join(d, h)]])
    }
}

fn dot<T>(left: (T, T), right: (T, T)) -> T
where
    T: Mul<Output = T> + Add<Output = T>,
{
    left.0 * right.0 + left.1 * right.1
}

fn accumulate<T: AddAssign + Copy>(values: &[T], start: T) -> T {
    let mut sum = start;
    values.iter().for_each(|value| sum += *value);
    sum
}

fn main() {
    let unit: Matrix<f64> = Matrix([[1.0, 0.0], [0.0, 1.0]]);
    let other = Matrix([[2.5, 0.5], [4.0, 8.0]]);
    println!("{:?}", unit.zip_with(other, |left, right| left.max(right)));
    println!("{} {}", dot((3, 4), (5, 6)), accumulate(&[1.5, 2.5, 9.0], 0.0));
    assert_eq!(unit, Matrix([[1.0, 0.0], [0.0, 1.0]]));
}
