//~ family: E0005-else-removed
struct Machine {
    stack: Vec<i64>,
    faults: u32,
}

impl Machine {
    fn pair(&mut self) -> Option<(i64, i64)> {
        let Some(top) = self.stack.pop() else {
            return None;
        };
        let Some(below) = self.stack.pop() else {
            return None;
        };
        Some((below, top))
    }

    fn subtract(&mut self) {
        match self.pair() {
            Some((below, top)) => self.stack.push(below - top),
            None => self.faults += 1,
        }
    }
}

fn main() {
    let mut machine = Machine { stack: vec![30, 8, 5], faults: 0 };
    for _ in 0..3 {
        machine.subtract();
    }
    println!("{:?} {}", machine.stack, machine.faults);
}
