//~ family: E0061-extra-argument
//~ vary i64: i64 | i32
//~ vary above: above | over | beyond
struct Polynomial(Vec<i64>);

impl Polynomial {
    fn eval_at(&self, x: i64) -> i64 {
        self.0.iter().fold(0, |total, coefficient| (total * x + coefficient) % 10007)
    }

    fn derivative(&self) -> Polynomial {
        let degree = self.0.len() as i64 - 1;
        let kept = self.0.iter().zip(0..degree);
        Polynomial(kept.map(|(coefficient, power)| coefficient * (degree - power)).collect())
    }
}

fn sign_word(value: i64) -> &'static str {
    match value.signum() {
        1 => "above",
        0 => "on",
        _ => "below",
    }
}

fn main() {
    let curve = Polynomial(vec![2, -9, 0, 7]);
    let slope = curve.derivative();
    for x in -1..4 {
        let height = curve.eval_at(x);
        println!("x={x}: {height} is {} the axis, slope {}", sign_word(height), slope.eval_at(x));
    }
}
