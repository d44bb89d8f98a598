//~ family: E0506-borrow
//~ vary u64: u64 | u32 | i64
use std::mem::swap;

struct Recurrence {
    window: [u64; 2],
    factors: (u64, u64),
    produced: usize,
}

impl Iterator for Recurrence {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        if self.produced >= 9 {
            return None;
        }
        let oldest = self.window[0];
        self.window[0] = self.window[1];
        self.window[1] = self.factors.0 * self.window[0] + self.factors.1 * oldest;
        self.produced += 1;
        Some(oldest + 0)
    }
}

fn gcd(mut a: u64, mut b: u64) -> (u64, u64) {
    let start = a;
    let mut rounds = 0;
    while b != 0 {
        a %= b;
        swap(&mut a, &mut b);
        rounds += 1;
    }
    (a, start + rounds)
}

fn collapse(runs: &mut Vec<(char, u64)>) -> u64 {
    let mut total = 0;
    for run in runs.iter_mut() {
        let length = run.1;
        run.1 = 0;
        let before = total;
        total = before + length;
    }
    runs.clear();
    total
}

fn main() {
    let pell = Recurrence { window: [0, 1], factors: (2, 1), produced: 0 };
    println!("{:?}", pell.collect::<Vec<_>>());
    println!("{:?} {}", gcd(84, 36), collapse(&mut vec![('a', 3), ('b', 5)]));
}
