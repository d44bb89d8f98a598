//~ family: E0433-use-removed
use std::char::decode_utf16;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque, hash_map};
use std::hash::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::ops::ControlFlow;
use std::{array, mem, slice, str};

#[derive(Default)]
struct Tools {
    spare: Vec<u8>,
}

impl Tools {
    fn refill(&mut self, bytes: &[u8]) -> Vec<u8> {
        mem::replace(&mut self.spare, bytes.to_vec())
    }

    fn largest<const N: usize>(&self) -> [Option<u8>; N] {
        let mut heap: Vec<u8> = self.spare.iter().rev().copied().collect();
        heap.sort_by_key(|byte| Reverse(*byte));
        array::from_fn(|place| heap.get(place).copied())
    }

    fn order(&self) -> usize {
        let mut waiting = BinaryHeap::from(self.spare.clone());
        let mut line: Vec<u8> = VecDeque::from([9, 1]).into();
        line.extend(waiting.pop());
        line.len()
    }

    fn stop(&self) -> bool {
        self.spare
            .iter()
            .try_for_each(|byte| if *byte > 9 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
            .is_break()
    }
}

fn main() {
    let mut tools = Tools::default();
    println!("{} {}", tools.refill(b"hey").len(), slice::from_ref(&tools.order()).len());
    let wide = decode_utf16([104u16]).filter_map(Result::ok).collect::<String>();
    println!("{wide} {:?} {:?} {}", str::from_utf8(b"ok"), tools.largest::<2>(), tools.stop());
    let hashed = RandomState::new().build_hasher().finish();
    println!(
        "{} {}",
        hashed == 0,
        matches!(std::collections::HashMap::from([(1, 2)]).entry(1), hash_map::Entry::Vacant(_))
    );
}
