//~ family: E0317-else-removed
#[derive(Debug)]
struct Dial {
    low: f64,
    high: f64,
}

impl Dial {
    fn clamp(&self, value: f64) -> f64 {
        let raised = if value < self.low { self.low } else { value };
        if raised > self.high { self.high } else { raised }
    }
}

fn main() {
    let dial = Dial { low: 1.5, high: 9.5 };
    let values: Vec<f64> = [0.2, 4.0, 30.0].iter().map(|value| dial.clamp(*value)).collect();
    println!("{dial:?} {values:?}");
}
