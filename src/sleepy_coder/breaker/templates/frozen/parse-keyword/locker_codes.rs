//~ family: parse-keyword
//~ vary u32: u32 | u64
mod lockers {
    pub struct Locker {
        code: u32,
        tries: u32,
    }

    impl Locker {
        pub fn with_code(code: u32) -> Self {
            Self { code, tries: 3 }
        }

        pub fn open(&mut self, guess: u32) -> Result<(), u32> {
            if self.tries > 0 && guess == self.code {
                return Ok(());
            }
            self.tries = self.tries.saturating_sub(1);
            Err(self.tries)
        }
    }
}

fn main() {
    let mut locker = lockers::Locker::with_code(417);
    let guesses = [100, 417];
    for guess in guesses {
        let outcome = locker.open(guess);
        println!("{outcome:?}");
    }
}
