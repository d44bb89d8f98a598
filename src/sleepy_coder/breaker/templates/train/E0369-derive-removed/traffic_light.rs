//~ family: E0369-derive-removed
//~ vary Amber: Amber | Violet | White
//~ vary u32: u32 | i32 | u64
#[derive(Debug, Clone, Copy, PartialEq)]
enum Signal {
    Red,
    Green,
    Amber,
}

struct Crossing {
    signal: Signal,
    waited: u32,
}

impl Crossing {
    fn step(&mut self) {
        self.signal = match self.signal {
            Signal::Red => Signal::Green,
            Signal::Green => Signal::Amber,
            Signal::Amber => Signal::Red,
        };
        if self.signal == Signal::Red {
            self.waited += 7;
        }
    }
}

fn main() {
    let mut crossing = Crossing { signal: Signal::Green, waited: 0 };
    for tick in 0..6 {
        crossing.step();
        println!("tick {tick}: {:?} after {}", crossing.signal, crossing.waited);
    }
}
