//~ family: E0277-int-float
//~ vary i64: i64 | u32 | i32
trait Fee {
    fn charge(&self, hammer: i64) -> f64;
}

struct Flat(f64);
struct Rate {
    percent: f64,
    minimum: i64,
}

impl Fee for Flat {
    fn charge(&self, hammer: i64) -> f64 {
        if hammer > 0 { self.0 } else { 0.0 }
    }
}

impl Fee for Rate {
    fn charge(&self, hammer: i64) -> f64 {
        let base = hammer.max(self.minimum);
        self.percent / 100.0 * base as f64
    }
}

fn main() {
    let fees: Vec<Box<dyn Fee>> = vec![Box::new(Flat(3.5)), Box::new(Rate { percent: 12.5, minimum: 20 })];
    for fee in &fees {
        println!("{:.2}", fee.charge(64));
    }
}
