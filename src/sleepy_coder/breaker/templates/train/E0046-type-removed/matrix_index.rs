//~ family: E0046-type-removed
//~ vary i32: i32 | i64 | f64
use std::ops::{Deref, Index};

pub struct Matrix {
    cells: Vec<i32>,
    width: usize,
}

impl Index<(usize, usize)> for Matrix {
    type Output = i32;

    fn index(&self, (row, column): (usize, usize)) -> &i32 {
        &self.cells[row * self.width + column]
    }
}

impl Deref for Matrix {
    type Target = [i32];

    fn deref(&self) -> &[i32] {
        &self.cells
    }
}

impl<'m> IntoIterator for &'m Matrix {
    type Item = &'m [i32];
    type IntoIter = std::slice::Chunks<'m, i32>;

    fn into_iter(self) -> std::slice::Chunks<'m, i32> {
        self.cells.chunks(self.width)
    }
}

fn main() {
    let grid = Matrix { cells: vec![0 as i32; 6], width: 3 };
    println!("{:?} {}", grid[(1, 2)], grid.len());
    for row in &grid {
        println!("{row:?}");
    }
}
