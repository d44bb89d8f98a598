//~ family: E0053-parameter-type
use std::hash::{Hash, Hasher};

struct Sum(u64);

impl Hasher for Sum {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_mul(31) + u64::from(*byte);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

struct Caseless<'a>(&'a str);

impl Hash for Caseless<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write(self.0.to_lowercase().as_bytes());
    }
}

impl PartialEq<str> for Caseless<'_> {
    fn eq(&self, other: &str) -> bool {
        self.0.eq_ignore_ascii_case(other)
    }
}

fn digest(text: &str) -> u64 {
    let mut sum = Sum(7);
    Caseless(text).hash(&mut sum);
    sum.finish() % 1000
}

fn main() {
    println!("{} {}", digest("Quartz"), digest("quARTZ"));
    println!("{}", Caseless("Flint") == *"fLINT");
}
