//~ family: E0596-mut-removed
//~ vary u64: u64 | i64 | u32
//~ vary ticket: ticket | locker | stall
fn make_counter(step: u64) -> impl FnMut() -> u64 {
    let mut value = 0;
    move || {
        value += step;
        value
    }
}

fn issue<F: FnMut() -> u64>(label: &str, amount: usize, mut source: F) -> Vec<String> {
    (0..amount).map(|_| format!("{label}-{}", source())).collect()
}

fn main() {
    let mut by_fives = make_counter(5);
    let before = by_fives();
    let issued = issue("ticket", 3, &mut by_fives);
    println!("started at {before}, issued {}", issued.join(" "));
    let mut pending = std::collections::BinaryHeap::from(vec![4, 17, 9]);
    let highest = pending.pop();
    println!("highest {highest:?}, next number {}", by_fives());
}
