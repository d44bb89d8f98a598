//~ family: parse-brace
struct Turnstile {
    passed: u32,
    jammed: bool,
}

impl Turnstile {
    fn push(&mut self, tickets: u32) -> bool {
        if self.jammed {
            return false;
        }
        for _ in 0..tickets {
            self.passed += 1;
            if self.passed % 7 == 0 {
                self.jammed = true;
                return true;
            }
        }
        false
    }

    fn unjam(&mut self) {
        self.jammed = false;
    }
}

fn main() {
    let mut gate = Turnstile { passed: 0, jammed: false };
    println!("jam: {}", gate.push(4));
    println!("jam: {}", gate.push(9));
    gate.unjam();
    gate.push(2);
    println!("{} passed, jammed {}", gate.passed, gate.jammed);
}
