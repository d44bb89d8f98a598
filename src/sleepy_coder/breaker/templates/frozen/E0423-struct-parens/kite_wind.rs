//~ family: E0423-struct-parens
#[derive(Debug, Clone, Copy)]
struct Wind {
    east: f64,
    north: f64,
}

impl Wind {
    fn read(line: &str) -> Option<Wind> {
        let (bearing, speed) = line.split_once(' ')?;
        let speed: f64 = speed.parse().ok()?;
        match bearing {
            "N" => Some(Wind { east: 0.0, north: speed }),
            "E" => Some(Wind { east: speed, north: 0.5 }),
            _ => None,
        }
    }
}

fn main() {
    let mut strongest = Wind { east: 0.25, north: 1.0 };
    for line in ["N 12", "E 3.5", "calm", "E eleven"] {
        match Wind::read(line) {
            Some(gust) => {
                strongest = Wind { east: strongest.east.max(gust.east), north: strongest.north.max(gust.north) };
            }
            None => println!("cannot read {line:?}"),
        }
    }
    println!("{:.2} east, {:.1} north", strongest.east, strongest.north);
}
