//~ family: parse-increment
use std::cell::{Cell, RefCell};

struct Ring<T, const N: usize> {
    slots: [Option<T>; N],
    head: usize,
    len: usize,
}

impl<T: Copy, const N: usize> Ring<T, N> {
    fn offer(&mut self, value: T) -> Option<T> {
        let at = (self.head + self.len) % N;
        let old = self.slots[at].replace(value);
        if old.is_none() {
            self.len += 1;
            return None;
        }
        self.head = (self.head + 1) % N;
        old
    }
}

struct Countdown(u8);

impl Iterator for Countdown {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        if self.0 == 0 {
            return None;
        }
        self.0 -= 1;
        Some(self.0)
    }
}

fn main() {
    let mut ring: Ring<u8, 2> = Ring { slots: [None; 2], head: 0, len: 0 };
    let mut lost = 0u64;
    for value in Countdown(5) {
        let Some(old) = ring.offer(value) else { continue };
        lost += 1;
        print!("{old} ");
    }
    let calls = RefCell::new(vec![0i32; 3]);
    let tick = |at: usize| {
        calls.borrow_mut()[at] += 1;
        calls.borrow()[at]
    };
    let left = Cell::new(3);
    let spend = || {
        let mut now = left.get();
        now -= 1;
        left.set(now);
        now > 1
    };
    println!("{lost} {} {} {} {}", tick(1), tick(1), spend(), spend());
}
