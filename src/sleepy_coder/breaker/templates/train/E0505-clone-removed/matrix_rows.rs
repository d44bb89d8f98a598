//~ family: E0505-clone-removed
#[derive(Debug, Clone, PartialEq)]
struct Matrix {
    rows: Vec<Vec<f64>>,
}

struct View<'m> {
    rows: &'m [Vec<f64>],
}

impl View<'_> {
    fn sum(&self) -> f64 {
        self.rows.iter().flatten().sum()
    }
}

impl Matrix {
    fn view(&self, from: usize) -> View<'_> {
        View {
            rows: &self.rows[from..],
        }
    }

    fn transposed(self) -> Matrix {
        let width = self.rows.first().map_or(0, |row| row.len());
        let rows = (0..width)
            .map(|at| self.rows.iter().map(|row| row[at]).collect())
            .collect();
        Matrix { rows }
    }
}

fn stacked(mut top: Vec<Vec<f64>>, bottom: Matrix) -> Matrix {
    top.extend(bottom.rows);
    Matrix { rows: top }
}

fn main() {
    let matrix = Matrix {
        rows: vec![vec![1.0, 2.5], vec![4.0, 8.0]],
    };
    let lower = matrix.view(1);
    let flipped = matrix.clone().transposed();
    println!("{} {}", lower.sum(), flipped == matrix);
    let head = &flipped.rows[0];
    let twice = stacked(
        flipped.rows.clone(),
        Matrix {
            rows: vec![vec![0.5, 0.5]],
        },
    );
    println!("{head:?} {}", twice.rows.len());
    let tail = twice.rows.last();
    let job = {
        let copy = twice.clone();
        move || copy.rows.into_iter().flatten().fold(0.0, f64::max)
    };
    println!("{} {tail:?}", job());
}
