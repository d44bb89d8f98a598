//~ family: E0070-deref-removed
use std::sync::RwLock;

static MODE: RwLock<&str> = RwLock::new("idle");

enum Order {
    Start,
    Stop,
}

fn obey(order: Order) -> usize {
    match order {
        Order::Start => *MODE.write().unwrap() = "running",
        Order::Stop => *MODE.write().unwrap() = "stopped",
    }
    MODE.read().unwrap().len()
}

fn main() {
    let first = obey(Order::Start);
    println!("{first} {}", MODE.read().unwrap());
    obey(Order::Stop);
    println!("{}", MODE.read().unwrap());
}
