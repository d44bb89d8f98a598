//~ family: E0277-int-float
//~ vary u32: u32 | i32 | u16
struct Pump {
    litres: u32,
    price: f64,
}

impl Pump {
    fn total(&self) -> f64 {
        self.litres as f64 * self.price
    }

    fn with_discount(&self, percent: u32) -> f64 {
        self.total() * (1.0 - percent as f64 / 100.0)
    }
}

fn main() {
    let pump = Pump { litres: 42, price: 1.79 };
    println!("to pay {:.2}", pump.total());
    println!("with card {:.2}", pump.with_discount(5));
}
