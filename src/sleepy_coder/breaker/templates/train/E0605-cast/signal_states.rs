//~ family: E0605-cast
//~ vary u8: u8 | u16 | i64
use std::fmt;

#[derive(Clone, Copy)]
enum Signal {
    Stop,
    Slow(u8),
}

impl fmt::Display for Signal {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Signal::Stop => out.write_str("stop"),
            Signal::Slow(limit) => write!(out, "slow to {}", limit),
        }
    }
}

fn after(signal: Signal) -> Signal {
    match signal {
        Signal::Stop => Signal::Slow(40),
        Signal::Slow(_) => Signal::Stop,
    }
}

fn main() {
    let mut signal = Signal::Slow(60);
    for step in [0, 1] {
        let shown = signal;
        println!("{} {}", step, shown);
        signal = after(signal);
    }
    let final_signal = signal;
    println!("end: {}", final_signal);
}
