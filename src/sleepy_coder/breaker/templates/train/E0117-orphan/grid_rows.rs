//~ family: E0117-orphan
//~ vary i64: i64 | i32 | f64
mod matrix {
    use std::ops::Mul;

    #[derive(Clone, Debug, PartialEq)]
    pub struct Matrix {
        rows: Vec<Vec<i64>>,
    }

    impl Matrix {
        pub fn from_rows(rows: Vec<Vec<i64>>) -> Matrix {
            Matrix { rows }
        }

        fn cell(&self, other: &Matrix, row: usize, column: usize) -> i64 {
            let picks = other.rows.iter().map(|line| line[column]);
            self.rows[row].iter().zip(picks).map(|(left, right)| *left * right).sum()
        }
    }

    impl Mul for &Matrix {
        type Output = Matrix;

        fn mul(self, other: &Matrix) -> Matrix {
            let width = other.rows.first().map_or(0, |line| line.len());
            let line = |row| (0..width).map(|column| self.cell(other, row, column)).collect();
            Matrix { rows: (0..self.rows.len()).map(line).collect() }
        }
    }
}

struct Step<'a>(&'a matrix::Matrix);

impl Step<'_> {
    fn twice(&self) -> matrix::Matrix {
        self.0 * self.0
    }
}

fn main() {
    let turn = matrix::Matrix::from_rows(vec![vec![0 as i64, 1 as i64], vec![2 as i64, 3 as i64]]);
    println!("{:?}", Step(&turn).twice());
}
