//~ family: E0432-import-typo
//~ vary i32: i32 | i64 | i16
//~ vary kitchen: kitchen | attic | cellar
mod climate {
    pub mod scale {
        #[derive(Debug, Clone, Copy)]
        pub enum Unit {
            Celsius,
            Fahrenheit,
        }

        pub fn convert(degrees: i32, unit: Unit) -> i32 {
            match unit {
                Unit::Celsius => degrees,
                Unit::Fahrenheit => degrees * 9 / 5 + 32,
            }
        }
    }
}

use self::climate::scale::convert as to_unit;
use self::climate::scale::Unit as Scale;

fn show(place: &str, degrees: i32, scale: Scale) -> String {
    let shown = to_unit(degrees, scale);
    format!("{place}: {shown} {:?}", scale)
}

fn main() {
    let rooms = vec![("kitchen", 21), ("garage", 8), ("porch", 3)];
    for (place, degrees) in &rooms {
        println!("{}", show(place, *degrees, Scale::Celsius));
        println!("{}", show(place, *degrees, Scale::Fahrenheit));
    }
}
