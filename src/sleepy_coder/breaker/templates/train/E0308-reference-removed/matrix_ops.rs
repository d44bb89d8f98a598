//~ family: E0308-reference-removed
use std::ops::Mul;

#[derive(Debug, Clone, PartialEq)]
struct Matrix {
    cells: Vec<Vec<i32>>,
}

impl Mul for &Matrix {
    type Output = Matrix;

    fn mul(self, other: &Matrix) -> Matrix {
        let columns = transpose(&other.cells);
        let cells = self.cells.iter().map(|row| columns.iter().map(|column| dot(row, column)).collect()).collect();
        Matrix { cells }
    }
}

fn dot(left: &[i32], right: &[i32]) -> i32 {
    left.iter().zip(right).map(|(a, b)| a * b).sum()
}

fn transpose(cells: &[Vec<i32>]) -> Vec<Vec<i32>> {
    (0..cells[0].len()).map(|at| cells.iter().map(|row| row[at]).collect()).collect()
}

fn power(base: &Matrix, exponent: u32) -> Matrix {
    match exponent {
        0 | 1 => base.clone(),
        even if even % 2 == 0 => {
            let half = power(base, even / 2);
            Mul::mul(&half, &half)
        }
        odd => Mul::mul(base, &power(base, odd - 1)),
    }
}

fn main() {
    let step = Matrix { cells: vec![vec![1, 1], vec![1, 0]] };
    let mut raised = power(&step, 5);
    let row: &mut Vec<i32> = &mut raised.cells[0];
    row.push(dot(&step.cells[0], &[4, 7]));
    println!("{:?}", raised.cells);
}
