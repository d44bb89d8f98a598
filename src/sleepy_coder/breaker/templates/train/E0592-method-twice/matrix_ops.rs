//~ family: E0592-method-twice
//~ vary i64: i64 | i32 | u32
mod matrix {
    #[derive(Debug, Clone, PartialEq)]
    pub struct Matrix<const R: usize, const C: usize> {
        cells: [[i64; C]; R],
    }

    impl<const R: usize, const C: usize> Matrix<R, C> {
        pub const CELLS: usize = R * C;

        pub const fn filled(value: i64) -> Self {
            Matrix { cells: [[value; C]; R] }
        }

        #[must_use]
        pub fn get(&self, row: usize, column: usize) -> Option<i64> {
            self.cells.get(row)?.get(column).copied()
        }

        pub(crate) fn set(&mut self, row: usize, column: usize, value: i64) {
            self.cells[row][column] = value;
        }

        pub fn transposed(&self) -> Matrix<C, R> {
            let mut flipped = Matrix::filled(0);
            for (r, row) in self.cells.iter().enumerate() {
                for (c, value) in row.iter().enumerate() {
                    flipped.set(c, r, *value);
                }
            }
            flipped
        }

        pub fn map(self, change: impl Fn(i64) -> i64) -> Self {
            Matrix { cells: self.cells.map(|row| row.map(&change)) }
        }
    }

    impl<const N: usize> Matrix<N, N> {
        pub fn trace(&self) -> i64 {
            (0..N).filter_map(|at| self.get(at, at)).sum()
        }
    }
}

use matrix::Matrix;

fn main() {
    let mut wide = Matrix::<2, 3>::filled(4);
    wide.set(1, 2, 9);
    println!("{:?} of {}", wide.transposed().map(|n| n + 1), Matrix::<2, 3>::CELLS);
    println!("{}", Matrix::<2, 2>::filled(5).trace());
}
