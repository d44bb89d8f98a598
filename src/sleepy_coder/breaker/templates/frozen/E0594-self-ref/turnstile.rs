//~ family: E0594-self-ref
//~ vary u32: u32 | u64 | i32
//~ vary coin: coin | token | badge
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gate {
    Locked,
    Open,
}

struct Turnstile {
    gate: Gate,
    visitors: u32,
    rejected: u32,
}

impl Turnstile {
    fn insert_coin(&mut self) {
        self.gate = Gate::Open;
    }

    fn push_arm(&mut self) {
        match std::mem::replace(&mut self.gate, Gate::Locked) {
            Gate::Open => self.visitors += 1,
            Gate::Locked => self.reject(),
        }
    }

    fn reject(&mut self) {
        self.rejected += 1;
    }
}

fn main() {
    let mut door = Turnstile { gate: Gate::Locked, visitors: 0, rejected: 0 };
    for event in "coin push push coin coin push".split(' ') {
        if event == "coin" {
            door.insert_coin();
        } else {
            door.push_arm();
        }
    }
    println!("{:?}: {} in, {} refused", door.gate, door.visitors, door.rejected);
}
