//~ family: E0107-argument-added
const SIZE: usize = 2;

#[derive(Debug, Clone, Copy, PartialEq)]
struct Matrix {
    cells: [[i64; SIZE]; SIZE],
}

impl std::ops::Mul for Matrix {
    type Output = Matrix;

    fn mul(self, other: Matrix) -> Matrix {
        let mut cells = [[0; SIZE]; SIZE];
        for (row, line) in cells.iter_mut().enumerate() {
            for (column, cell) in line.iter_mut().enumerate() {
                *cell = (0..SIZE).map(|k| self.cells[row][k] * other.cells[k][column]).sum();
            }
        }
        Matrix { cells }
    }
}

fn power(base: Matrix, times: u32) -> Matrix {
    let one = Matrix { cells: [[1, 0], [0, 1]] };
    (0..times).fold(one, |product, _| product * base)
}

fn main() {
    let step = Matrix { cells: [[1, 1], [1, 0]] };
    println!("{} {}", power(step, 10).cells[0][1], power(step, 3) == step);
}
