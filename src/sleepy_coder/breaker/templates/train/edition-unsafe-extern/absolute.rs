//~ family: edition-unsafe-extern
//~ edition: 2024
use std::ffi::{c_int, c_long};

unsafe extern "C" {
    fn abs(value: c_int) -> c_int;
    fn labs(value: c_long) -> c_long;
}

fn distance(from: i32, to: i32) -> i32 {
    unsafe { abs(from - to) }
}

fn main() {
    for (from, to) in [(3, 10), (40, 12)] {
        println!("{from} to {to}: {}", distance(from, to));
    }
    println!("{}", unsafe { labs(-77) });
}
