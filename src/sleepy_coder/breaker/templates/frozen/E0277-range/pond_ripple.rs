//~ family: E0277-range
//~ vary f32: f32 | f64
//~ vary u16: u16 | u32 | i64
#[derive(Debug, Default)]
struct Pond {
    heights: Vec<f32>,
    ticks: u16,
}

impl Pond {
    fn settle(&mut self, rounds: u16) -> &mut Self {
        for _ in 0..rounds {
            for cell in self.heights.iter_mut() {
                *cell *= 0.5;
            }
            self.ticks += 1;
        }
        self
    }
}

fn main() {
    let mut pond = Pond { heights: vec![8.0, 16.0, 4.0], ..Pond::default() };
    pond.settle(1).settle(2);
    println!("{:?} after {} ticks", pond.heights, pond.ticks);
}
