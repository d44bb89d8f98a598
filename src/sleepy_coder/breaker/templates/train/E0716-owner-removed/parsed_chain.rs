//~ family: E0716-owner-removed
use std::fmt;

struct Matrix(Vec<Vec<i32>>);

impl fmt::Display for Matrix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in &self.0 {
            let cells: Vec<String> = row.iter().map(i32::to_string).collect();
            writeln!(f, "{}", cells.join(" "))?;
        }
        Ok(())
    }
}

impl Matrix {
    fn transposed(&self) -> Matrix {
        let width = self.0.first().map_or(0, Vec::len);
        Matrix((0..width).map(|at| self.0.iter().map(|row| row[at]).collect()).collect())
    }

    fn column(&self, at: usize) -> Option<i32> {
        let turned = self.transposed();
        let row = turned.0.get(at)?;
        Some(row.iter().product())
    }
}

fn last_line(matrix: &Matrix) -> String {
    let text = matrix.to_string();
    let mut lines = text.lines().rev();
    match lines.next() {
        Some(line) => line.replace(' ', ","),
        None => String::new(),
    }
}

fn main() {
    let matrix = Matrix(vec![vec![1, 2], vec![3, 4]]);
    println!("{:?} {}", matrix.column(1), last_line(&matrix));
    let boxed = Box::new(matrix.transposed());
    let first = &boxed.0[0];
    println!("{first:?}");
}
