//~ family: parse-colon
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Heat,
    Light,
    Sound,
}

impl Kind {
    const ALL: [Kind; 3] = [Kind::Heat, Kind::Light, Kind::Sound];

    fn limit(self) -> f64 {
        if self == Kind::Heat { 70.0 } else { 10.5 }
    }
}

fn loudest(readings: &[(Kind, f64)]) -> f64 {
    readings.iter().map(|(kind, value)| value / kind.limit()).fold(0.0, f64::max)
}

fn main() {
    let readings = vec![(Kind::Sound, 4.2), (Kind::Heat, 63.0)];
    println!("{:.2}", loudest(&readings));
    println!("{:?}", Kind::ALL.iter().rev().collect::<Vec<_>>());
}
