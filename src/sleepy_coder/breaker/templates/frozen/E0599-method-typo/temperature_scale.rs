//~ family: E0599-method-typo
//~ vary f64: f64 | f32
#[derive(Clone, Copy)]
struct Celsius(f64);

#[derive(Clone, Copy)]
struct Kelvin(f64);

impl Celsius {
    fn to_kelvin(self) -> Kelvin {
        Kelvin(self.0 + 273.15)
    }
}

impl Kelvin {
    fn ratio(self, other: Kelvin) -> f64 {
        self.0 / other.0
    }
}

fn main() {
    let warm = Celsius(27.0).to_kelvin();
    let cold = Celsius(-73.0).to_kelvin();
    let ratio = warm.ratio(cold);
    println!("{:.3} {}", ratio, ratio.floor());
}
