//~ family: E0610-field
//~ vary f64: f64 | f32
#[derive(Debug)]
struct Rope {
    metres: f64,
    knots: u32,
}

impl Rope {
    fn usable(&self) -> f64 {
        let lost = f64::from(self.knots as u8) * 0.25;
        let rest = self.metres - lost;
        if rest < 0.0 { 0.0 } else { rest }
    }
}

fn longest(ropes: &[Rope]) -> f64 {
    let mut best = 0.0;
    for rope in ropes {
        let length = rope.usable();
        if length > best {
            best = length;
        }
    }
    best
}

fn main() {
    let ropes = [Rope { metres: 9.5, knots: 3 }, Rope { metres: 12.0, knots: 15 }];
    println!("{:.2} {:?}", longest(&ropes), ropes[0]);
}
