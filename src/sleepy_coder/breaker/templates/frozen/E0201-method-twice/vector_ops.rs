//~ family: E0201-method-twice
use std::ops::{AddAssign, Index, IndexMut};

#[derive(Debug, Default)]
struct Histogram {
    bins: [u32; 4],
}

impl Index<f32> for Histogram {
    type Output = u32;

    fn index(&self, value: f32) -> &u32 {
        &self.bins[(value * 4.0) as usize]
    }
}

impl IndexMut<f32> for Histogram {
    fn index_mut(&mut self, value: f32) -> &mut u32 {
        &mut self.bins[(value * 4.0) as usize]
    }
}

impl AddAssign<f32> for Histogram {
    fn add_assign(&mut self, value: f32) {
        self[value] += 1;
    }
}

fn main() {
    let mut histogram = Histogram::default();
    for value in [0.1, 0.6, 0.7, 0.2, 0.55] {
        histogram += value;
    }
    println!("{histogram:?} {}", histogram[0.5]);
}
