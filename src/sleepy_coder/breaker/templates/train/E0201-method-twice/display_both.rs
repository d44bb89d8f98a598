//~ family: E0201-method-twice
use std::fmt;

struct Angle {
    degrees: f64,
}

impl fmt::Display for Angle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.0} deg", self.degrees)
    }
}

impl fmt::LowerExp for Angle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3} rad", self.degrees.to_radians())
    }
}

impl PartialEq<f64> for Angle {
    fn eq(&self, other: &f64) -> bool {
        (self.degrees - other).rem_euclid(360.0) == 0.0
    }

    fn ne(&self, other: &f64) -> bool {
        !(self == other)
    }
}

fn main() {
    let angle = Angle { degrees: 450.0 };
    println!("{angle} {angle:e} {}", angle == 90.0);
}
