//~ family: E0070-deref-removed
//~ vary i32: i32 | i64 | u8
use std::collections::VecDeque;

fn tidy(queue: &mut VecDeque<i32>) {
    let total: i32 = queue.iter().sum();
    if queue.len() > 2 {
        *queue.front_mut().unwrap() = total;
        *queue.back_mut().unwrap() = 0;
    }
}

fn main() {
    let mut queue = VecDeque::from([4, 8, 15]);
    tidy(&mut queue);
    println!("{queue:?}");
    let mut short = VecDeque::from([6]);
    tidy(&mut short);
    println!("{short:?}");
}
