//~ family: E0425-self-removed
use std::fmt::{self, Debug, Display};
use std::ops::Index;

struct Ring<T, const N: usize> {
    slots: [Option<T>; N],
    head: usize,
    filled: usize,
}

impl<T: Copy, const N: usize> Ring<T, N> {
    fn push(&mut self, value: T) -> Option<T> {
        let at = (self.head + self.filled) % N;
        if self.filled < N {
            self.filled += 1;
        } else {
            self.head = (1 + self.head) % N;
        }
        self.slots[at].replace(value)
    }

    fn values(&self) -> impl Iterator<Item = T> + '_ {
        (0..N).filter_map(move |step| self.slots[(step + self.head) % N])
    }
}

impl<T, const N: usize> Index<usize> for Ring<T, N> {
    type Output = T;

    fn index(&self, at: usize) -> &T {
        match &self.slots[at] {
            Some(value) => value,
            None => panic!("only {} of {} are filled", self.filled, N),
        }
    }
}

impl<T: Debug, const N: usize> Display for Ring<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for slot in self.slots.iter().flatten() {
            write!(f, "{slot:?};")?;
        }
        write!(f, " head {}", self.head)
    }
}

fn main() {
    let mut ring = Ring { slots: [None; 3], head: 0, filled: 0 };
    let lost: Vec<char> = "abcde".chars().filter_map(|c| ring.push(c)).collect();
    println!("{lost:?} {ring} {} {}", ring[0], ring.values().collect::<String>());
}
