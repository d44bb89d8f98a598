//~ family: E0618-call
//~ vary f64: f64 | f32
//~ vary u8: u8 | u16 | i32
use std::fmt;

enum Zone {
    School,
    Town(u8),
}

impl fmt::Display for Zone {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Zone::School => write!(out, "school"),
            Zone::Town(number) => write!(out, "town {}", number),
        }
    }
}

fn fine(speed: f64, zone: &Zone) -> f64 {
    let limit = match zone {
        Zone::School => 30.0,
        Zone::Town(_) => 50.0,
    };
    let over = speed - limit;
    let factor = 2.5;
    if over > 0.0 { over * factor } else { 0.0 }
}

fn main() {
    for zone in [Zone::School, Zone::Town(4)] {
        let owed = fine(48.0, &zone);
        println!("{}: {:.1}", zone, owed);
    }
}
