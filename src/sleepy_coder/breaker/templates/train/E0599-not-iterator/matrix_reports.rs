//~ family: E0599-not-iterator
//~ vary f64: f64 | f32
struct Matrix<const R: usize, const C: usize>([[f64; C]; R]);

enum Report<'a> {
    Rows(&'a [f64]),
    Empty,
    Notes(Option<Vec<&'a str>>),
}

impl<const R: usize, const C: usize> Matrix<R, C> {
    fn trace(&self) -> f64 {
        self.0.iter().enumerate().filter_map(|(at, row)| row.get(at)).sum()
    }

    fn scale(&mut self, by: f64) {
        for row in &mut self.0 {
            row.iter_mut().for_each(|cell| *cell *= by);
        }
    }

    fn column(&self, at: usize) -> [f64; R] {
        let mut column = [0.0; R];
        column.iter_mut().zip(&self.0).for_each(|(cell, row)| *cell = row[at]);
        column
    }
}

fn lines(report: Report) -> Vec<String> {
    match report {
        Report::Rows(values) => values.iter().map(|value| format!("{value:.1}")).collect(),
        Report::Notes(notes) => notes.into_iter().flatten().map(str::to_uppercase).collect(),
        Report::Empty => Vec::new(),
    }
}

fn main() {
    let mut matrix = Matrix([[1.5, 2.0], [4.0, 0.5], [7.0, 9.0]]);
    matrix.scale(2.0);
    println!("{} {:?}", matrix.trace(), lines(Report::Rows(&matrix.column(1))));
    println!("{:?} {}", lines(Report::Notes(Some(vec!["ok", "late"]))), lines(Report::Empty).len());
}
