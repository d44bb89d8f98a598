//~ family: E0061-extra-argument
//~ vary f64: f64 | f32
use std::ops::Mul;

#[derive(Debug, Clone, Copy, PartialEq)]
struct Matrix([[f64; 2]; 2]);

impl Matrix {
    const IDENTITY: Matrix = Matrix([[1.0, 0.0], [0.0, 1.0]]);

    fn scaling(x: f64, y: f64) -> Matrix {
        Matrix([[x, 0.0], [0.0, y]])
    }

    fn transposed(self) -> Self {
        let Matrix([[a, b], [c, d]]) = self;
        Self([[a, c], [b, d]])
    }

    fn determinant(&self) -> f64 {
        self.0[0][0] * self.0[1][1] - self.0[0][1] * self.0[1][0]
    }
}

impl Mul for Matrix {
    type Output = Matrix;

    fn mul(self, other: Matrix) -> Matrix {
        let cell = |row: usize, column: usize| (0..2).map(|k| self.0[row][k] * other.0[k][column]).sum();
        Matrix([[cell(0, 0), cell(0, 1)], [cell(1, 0), cell(1, 1)]])
    }
}

fn main() {
    let steps = [Matrix::scaling(2.0, 3.0), Matrix([[0.0, 1.0], [1.0, 0.0]]).transposed()];
    let all = steps.iter().fold(Matrix::IDENTITY, |product, step| product * *step);
    println!("{:?} {}", all, all.determinant());
}
