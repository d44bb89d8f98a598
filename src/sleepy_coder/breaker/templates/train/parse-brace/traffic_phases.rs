//~ family: parse-brace
use std::fmt;

#[derive(Clone, Copy, PartialEq)]
enum Phase {
    Go { seconds: u8 },
    Slow,
    Halt,
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Phase::Go { seconds } if *seconds > 60 => {
                let minutes = seconds / 60;
                write!(f, "go for {minutes} min")
            }
            Phase::Go { seconds } => write!(f, "go for {seconds} s"),
            Phase::Slow => f.write_str("slow"),
            Phase::Halt => {
                if f.alternate() {
                    return f.write_str("HALT");
                }
                f.write_str("halt")
            }
        }
    }
}

fn next(phase: Phase) -> Phase {
    match phase {
        Phase::Go { .. } => Phase::Slow,
        Phase::Slow => Phase::Halt,
        Phase::Halt => Phase::Go { seconds: 90 },
    }
}

fn main() {
    let mut phase = Phase::Slow;
    for _ in 0..4 {
        println!("{phase:#}");
        phase = next(phase);
    }
}
