//~ family: E0277-index-cast
//~ vary i16: i16 | i32 | u8
//~ vary f32: f32 | f64
trait Grid {
    fn cell(&self, row: i16, column: i16) -> f32;
}

struct Dense {
    width: i16,
    data: Vec<f32>,
}

impl Grid for Dense {
    fn cell(&self, row: i16, column: i16) -> f32 {
        self.data[(row * self.width + column) as usize]
    }
}

fn diagonal(grid: &dyn Grid, size: i16) -> f32 {
    (0..size).map(|k| grid.cell(k, k)).sum()
}

fn main() {
    let data = vec![2.5, 1.0, 0.5, 4.0];
    let half = data.len() as i16 / (1 + 1);
    let corner = data[(half - 1) as usize];
    let grid = Dense { width: half, data };
    println!("trace {:.1}", diagonal(&grid, half));
    println!("corner {:.1}", corner);
}
