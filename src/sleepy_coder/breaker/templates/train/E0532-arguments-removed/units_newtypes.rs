//~ family: E0532-arguments-removed
use std::fmt::{self, Display};

mod units {
    #[derive(Debug, Clone, Copy)]
    pub struct Metres(pub f64);

    #[derive(Debug, Clone, Copy)]
    pub enum Length {
        Metric(Metres),
        Feet(f64),
        Point,
    }

    impl Length {
        pub fn metres(self) -> f64 {
            match self {
                Self::Metric(Metres(value)) => value,
                Self::Feet(feet) => feet * 0.3048,
                Self::Point => 0.0,
            }
        }

        pub fn is_metric(&self) -> bool {
            if let Self::Feet(_) = self {
                return false;
            }
            true
        }
    }
}

use units::{Length, Metres};

impl Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Length::Metric(_) => write!(f, "{:.1} m", self.metres()),
            Length::Feet(feet) if feet < 1.0 => f.write_str("under a foot"),
            Length::Feet(_) => write!(f, "{:.1} ft", self.metres() / 0.3048),
            Length::Point => f.write_str("a point"),
        }
    }
}

fn mixed(lengths: &[Length]) -> bool {
    match lengths {
        [] | [_] => false,
        [Length::Metric(_), rest @ ..] => rest.iter().any(|length| !length.is_metric()),
        [Length::Feet(_), rest @ ..] => rest.iter().any(Length::is_metric),
        [Length::Point, rest @ ..] => mixed(rest),
    }
}

fn main() {
    let lengths = [
        Length::Point,
        Length::Metric(Metres(2.5)),
        Length::Feet(6.0),
        Length::Feet(0.2),
    ];
    for length in &lengths {
        println!("{length}");
    }
    println!("{} {}", mixed(&lengths), mixed(&lengths[2..]));
}
