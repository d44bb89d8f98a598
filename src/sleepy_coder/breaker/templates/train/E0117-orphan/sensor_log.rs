//~ family: E0117-orphan
use std::fmt;

struct Reading {
    sensor: u8,
    value: f64,
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}: {:.1}", self.sensor, self.value)
    }
}

fn loudest(log: &[Reading]) -> Option<&Reading> {
    log.iter().max_by(|left, right| left.value.total_cmp(&right.value))
}

fn main() {
    let log = vec![Reading { sensor: 3, value: 0.5 }, Reading { sensor: 8, value: 7.25 }];
    if let Some(reading) = loudest(&log) {
        println!("{reading}");
    }
}
