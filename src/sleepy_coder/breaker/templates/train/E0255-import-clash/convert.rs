//~ family: E0255-import-clash
mod convert {
    pub const RATIO: f64 = 1.609;

    pub fn to_km(miles: f64) -> f64 {
        miles * RATIO
    }

    pub fn to_miles(km: f64) -> f64 {
        km / RATIO
    }
}

use convert::{RATIO, to_km, to_miles};

fn main() {
    println!("{:.2} {:.2}", to_km(3.0), to_miles(10.0));
    println!("{}", RATIO > 1.5);
}
