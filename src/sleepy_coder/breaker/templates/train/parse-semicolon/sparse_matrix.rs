//~ family: parse-semicolon
use std::collections::BTreeMap;
use std::ops::AddAssign;

#[derive(Debug, Default, Clone)]
struct Sparse {
    cells: BTreeMap<(usize, usize), f64>,
    changes: usize,
}

impl Sparse {
    fn set(&mut self, row: usize, column: usize, value: f64) -> &mut Self {
        let key = (row, column);
        if value == 0.0 {
            self.cells.remove(&key);
        } else {
            self.cells.insert(key, value);
        }
        self.changes += 1;
        self
    }

    fn transposed(&self) -> Sparse {
        let mut turned = Sparse::default();
        for (&(row, column), value) in &self.cells {
            turned.set(column, row, *value);
        }
        turned.changes = 0;
        turned
    }
}

impl AddAssign<&Sparse> for Sparse {
    fn add_assign(&mut self, other: &Sparse) {
        for (key, value) in &other.cells {
            let cell = self.cells.entry(*key).or_insert(0.0);
            *cell += value;
        }
        self.changes += other.cells.len();
    }
}

fn main() {
    let mut sparse = Sparse::default();
    sparse.set(0, 1, 2.5).set(3, 0, 4.0).set(0, 1, 0.0);
    let turned = sparse.transposed();
    sparse += &turned;
    println!("{:?} {}", sparse.cells, sparse.changes);
}
