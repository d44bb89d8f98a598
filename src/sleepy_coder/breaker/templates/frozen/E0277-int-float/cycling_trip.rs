//~ family: E0277-int-float
//~ vary u64: u64 | u32 | i32
use std::fmt;

struct Leg {
    minutes: u64,
    pace: f64,
}

impl Leg {
    fn distance(&self) -> f64 {
        self.pace * self.minutes as f64 / 60.0
    }
}

impl fmt::Display for Leg {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{:.1} km in {} min", self.distance(), self.minutes)
    }
}

fn main() {
    let legs = vec![Leg { minutes: 45, pace: 18.0 }, Leg { minutes: 80, pace: 22.5 }];
    let total: f64 = legs.iter().map(Leg::distance).sum();
    for leg in &legs {
        println!("{}", leg);
    }
    println!("sum {:.2}", total);
}
