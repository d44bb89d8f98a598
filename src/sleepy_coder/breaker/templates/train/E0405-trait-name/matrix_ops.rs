//~ family: E0405-trait-name
mod algebra {
    pub trait Zero {
        fn zero() -> Self;
    }

    impl Zero for i64 {
        fn zero() -> Self {
            0
        }
    }
}

use algebra::Zero;
use std::ops::{Add, Index, Mul};

struct Matrix<T, const N: usize>([[T; N]; N]);

impl<T, const N: usize> Index<(usize, usize)> for Matrix<T, N> {
    type Output = T;

    fn index(&self, (row, column): (usize, usize)) -> &T {
        &self.0[row][column]
    }
}

impl<T: Zero + Copy + Add<Output = T> + Mul<Output = T>, const N: usize> Matrix<T, N> {
    fn trace(&self) -> T {
        (0..N).fold(T::zero(), |sum, at| sum + self[(at, at)])
    }

    fn apply(&self, vector: [T; N]) -> impl Iterator<Item = T> + '_ {
        self.0
            .iter()
            .map(move |row| row.iter().zip(vector).fold(T::zero(), |sum, (a, b)| sum + *a * b))
    }
}

fn main() {
    let matrix = Matrix([[2i64, 1], [0, 3]]);
    println!("{} {:?}", matrix.trace(), matrix.apply([4, 5]).collect::<Vec<_>>());
}
