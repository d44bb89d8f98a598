//~ family: E0506-borrow
//~ vary u8: u8 | u16 | i32
#[derive(Debug, Clone, PartialEq)]
enum Phase {
    Idle,
    Running { ticks: u8 },
    Done(String),
}

struct Machine {
    phase: Phase,
    log: Vec<Phase>,
    slots: [u8; 4],
}

impl Machine {
    fn advance(&mut self, label: &str) -> bool {
        let before = self.phase.clone();
        self.phase = match &self.phase {
            Phase::Idle => Phase::Running { ticks: 1 },
            Phase::Running { ticks } if *ticks > 2 => Phase::Done(label.to_string()),
            Phase::Running { ticks } => Phase::Running { ticks: ticks + 1 },
            Phase::Done(_) => return false,
        };
        self.log.push(before.clone());
        true
    }

    fn rotate(&mut self) {
        let last = self.slots[3];
        for at in (1..4).rev() {
            self.slots[at] = self.slots[at - 1];
        }
        self.slots[3] = last / 2;
    }

    fn replace(&mut self, at: usize, value: u8) -> String {
        let old = self.slots[at];
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = value;
        }
        self.slots[0] = value;
        format!("{old} made {value}")
    }
}

fn main() {
    let mut machine = Machine { phase: Phase::Idle, log: vec![], slots: [1, 2, 3, 4] };
    while machine.advance("end") {}
    machine.rotate();
    let told = machine.replace(2, 40);
    println!("{:?} {} {told}", machine.phase, machine.log.len());
    let mut best = (0, "nobody".to_string());
    for (points, name) in [(4, "ann"), (9, "bo")] {
        let held = best.1.to_string();
        if points > best.0 {
            best = (points, name.to_uppercase());
            println!("{} takes it from {held}", best.1);
        }
    }
}
