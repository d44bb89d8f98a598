//~ family: E0502-borrow
//~ vary u32: u32 | i32 | u64
use std::collections::{BTreeMap, VecDeque};

type Heights = BTreeMap<char, [u32; 2]>;

fn smooth(values: &mut [u32]) {
    for at in 1..values.len() {
        let left = values[at - 1];
        values.swap(at, 0);
        values[at] += left;
    }
}

fn visit<F: FnMut(u32)>(queue: &mut VecDeque<u32>, mut each: F) {
    while !queue.is_empty() {
        let head = queue[0];
        queue.pop_front();
        each(head);
        if head > 4 {
            let half = head / 2;
            queue.push_back(half);
        }
    }
}

fn lift(heights: &mut Heights, mark: char) -> Option<u32> {
    let pair = heights.get(&mark)?.to_owned();
    heights.entry(mark).or_default()[0] += pair[1];
    let low = heights[&mark];
    heights.retain(|_, pair| pair[0] < 9);
    Some(low[0])
}

fn main() {
    let mut values = [1, 2, 3];
    smooth(&mut values);
    let mut seen = Vec::new();
    visit(&mut VecDeque::from([9, 3]), |value| seen.push(value));
    let snapshot = seen.to_vec();
    seen.clear();
    let mut heights = Heights::from([('a', [2, 8]), ('b', [1, 1])]);
    println!("{values:?} {snapshot:?} {:?} {:?}", lift(&mut heights, 'a'), lift(&mut heights, 'c'));
    println!("{} {}", heights.len(), seen.len());
}
