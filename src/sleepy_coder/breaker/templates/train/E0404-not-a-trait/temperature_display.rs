//~ family: E0404-not-a-trait
//~ vary degrees: degrees | grad | deg
use std::fmt;
use std::ops::Sub;

#[derive(Clone, Copy)]
struct Celsius(f64);

struct Report {
    readings: Vec<Celsius>,
}

impl fmt::Display for Celsius {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1} degrees", self.0)
    }
}

impl Sub for Celsius {
    type Output = Celsius;

    fn sub(self, other: Celsius) -> Celsius {
        Celsius(self.0 - other.0)
    }
}

impl Iterator for Report {
    type Item = Celsius;

    fn next(&mut self) -> Option<Celsius> {
        self.readings.pop()
    }
}

fn main() {
    let mut report = Report { readings: vec![Celsius(12.5), Celsius(18.0)] };
    let last = report.next().unwrap_or(Celsius(0.0));
    for reading in report {
        println!("{last} is {} above {reading}", last - reading);
    }
}
