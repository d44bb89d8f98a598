//~ family: parse-keyword
use std::collections::VecDeque;

fn served(mut waiting: VecDeque<u32>, patience: u32) -> (usize, usize) {
    let mut clock = 0;
    let mut done = 0;
    let mut gone = 0;
    while let Some(need) = waiting.pop_front() {
        if clock > patience {
            gone += 1;
            continue;
        }
        clock += need;
        done += 1;
    }
    (done, gone)
}

fn main() {
    let queue: VecDeque<u32> = VecDeque::from(vec![4, 6, 3, 8]);
    let (done, gone) = served(queue, 9);
    println!("{done} served, {gone} left");
}
