//~ family: E0449-pub-added
pub struct Collatz {
    at: u64,
}

impl Iterator for Collatz {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        if self.at == 1 {
            return None;
        }
        self.at = if self.at % 2 == 0 { self.at / 2 } else { self.at * 3 + 1 };
        Some(self.at)
    }
}

impl From<u64> for Collatz {
    fn from(at: u64) -> Collatz {
        Collatz { at }
    }
}

impl PartialEq<u64> for Collatz {
    fn eq(&self, other: &u64) -> bool {
        self.at == *other
    }
}

fn main() {
    let steps = Collatz::from(6).count();
    let top = Collatz::from(6).max().unwrap_or(6);
    println!("{steps} steps, top {top}, {}", Collatz::from(9) == 9);
}
