//~ family: E0308-deref-removed
//~ vary f64: f64 | f32
struct Matrix<const N: usize> {
    rows: [[f64; N]; N],
}

impl<const N: usize> Matrix<N> {
    fn get(&self, row: usize, column: usize) -> Option<f64> {
        self.rows.get(row)?.get(column).map(|cell| *cell)
    }

    fn column_max(&self, column: usize) -> f64 {
        self.rows.iter().fold(f64::MIN, |best, row| best.max(row[column]))
    }

    fn scale(&mut self, factor: &f64) {
        for row in self.rows.iter_mut() {
            for cell in row {
                *cell *= *factor;
            }
        }
    }

    fn fill(&mut self, values: &[f64]) {
        let cells = self.rows.iter_mut().flatten();
        for (cell, value) in cells.zip(values) {
            *cell = *value;
        }
    }
}

fn main() {
    let mut matrix = Matrix { rows: [[0.0; 2]; 2] };
    matrix.fill(&[1.5, -2.0, 4.0]);
    matrix.scale(&2.0);
    println!("{:?} {:?}", matrix.get(1, 0), matrix.get(2, 0));
    println!("{}", matrix.column_max(0));
}
