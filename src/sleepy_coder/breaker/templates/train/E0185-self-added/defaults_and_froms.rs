//~ family: E0185-self-added
use std::str::FromStr;

#[derive(Debug)]
struct Speed {
    knots: f64,
}

impl Default for Speed {
    fn default() -> Speed {
        Speed { knots: 4.0 }
    }
}

impl From<f64> for Speed {
    fn from(kmh: f64) -> Speed {
        Speed { knots: kmh / 1.852 }
    }
}

impl FromStr for Speed {
    type Err = String;

    fn from_str(text: &str) -> Result<Speed, String> {
        let number = text.strip_suffix("kn").ok_or("no unit")?;
        number.trim().parse().map(|knots| Speed { knots }).map_err(|_| format!("bad number {number}"))
    }
}

fn main() {
    println!("{:.1} {:.2}", Speed::default().knots, Speed::from(20.0).knots);
    println!("{:?} {:?}", "12 kn".parse::<Speed>(), "12".parse::<Speed>().err());
}
