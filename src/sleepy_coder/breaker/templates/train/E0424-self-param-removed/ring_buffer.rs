//~ family: E0424-self-param-removed
//~ vary i32: i32 | u64 | i64
use std::collections::VecDeque;

#[derive(Debug)]
struct Ring {
    slots: VecDeque<i32>,
    capacity: usize,
}

impl Ring {
    fn remember(&mut self, value: i32) -> Option<i32> {
        self.slots.push_back(value);
        if self.slots.len() > self.capacity { self.slots.pop_front() } else { None }
    }

    fn newest(&self) -> Option<i32> {
        self.slots.back().copied()
    }

    fn total(&self) -> i32 {
        self.slots.iter().sum()
    }

    fn wipe(&mut self) {
        self.slots.clear();
    }
}

fn main() {
    let mut ring = Ring { slots: VecDeque::new(), capacity: 3 };
    for value in [14, 22, 8, 31, 40] {
        match ring.remember(value) {
            Some(dropped) => println!("in {value}, out {dropped}"),
            None => println!("in {value}"),
        }
    }
    println!("newest {:?} of {ring:?}", ring.newest());
}
