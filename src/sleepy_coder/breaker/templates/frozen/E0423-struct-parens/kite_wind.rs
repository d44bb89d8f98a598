//~ family: E0423-struct-parens
use std::ops::Add;

#[derive(Debug, Clone, Copy)]
struct Wind {
    east: f64,
    north: f64,
}

impl Add for Wind {
    type Output = Wind;

    fn add(self, other: Wind) -> Wind {
        Wind { east: self.east + other.east, north: self.north + other.north }
    }
}

fn gusts(count: usize) -> Vec<Wind> {
    (0..count).map(|step| Wind { east: step as f64 * 0.5, north: 2.5 }).collect()
}

fn main() {
    let calm = Wind { east: 0.0, north: 0.0 };
    let total = gusts(4).into_iter().fold(calm, |sum, gust| sum + gust);
    println!("{:.1} east, {:.1} north", total.east, total.north);
}
