//~ family: E0597-inner-scope
use std::collections::{BTreeSet, VecDeque};

fn main() {
    let mut queue = VecDeque::new();
    for number in [30, 4, 18] {
        let ticket = format!("{number:03}");
        queue.push_back(ticket);
    }
    println!("{:?}", queue);
    let mut codes = BTreeSet::new();
    while let Some(ticket) = queue.pop_front() {
        let code: String = ticket.chars().rev().collect();
        codes.insert(code);
    }
    println!("{codes:?}");
}
