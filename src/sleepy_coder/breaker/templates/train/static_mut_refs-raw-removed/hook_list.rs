//~ family: static_mut_refs-raw-removed
//~ edition: 2024
//~ vary i32: i32 | i64 | u32
use std::collections::VecDeque;

type Hook = fn(i32) -> i32;

static mut HOOKS: VecDeque<Hook> = VecDeque::new();
static mut SEED: i32 = 17;

struct Guard;

impl Guard {
    fn install(hook: Hook) -> Guard {
        unsafe { (*(&raw mut HOOKS)).push_back(hook) };
        Guard
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        let hooks = &raw mut HOOKS;
        unsafe {
            (*hooks).pop_back();
        }
    }
}

struct Random;

impl Iterator for Random {
    type Item = i32;

    fn next(&mut self) -> Option<i32> {
        let seed = unsafe { &mut *(&raw mut SEED) };
        *seed = (*seed * 21 + 11) % 97;
        Some(*seed)
    }
}

fn through(value: i32) -> i32 {
    let hooks = unsafe { &*(&raw const HOOKS) };
    hooks.iter().fold(value, |sum, hook| hook(sum))
}

fn main() {
    let _outer = Guard::install(|n| n + 1);
    {
        let _inner = Guard::install(|n| n * 10);
        println!("{}", through(4));
    }
    println!("{} {:?}", through(4), Random.take(3).collect::<Vec<_>>());
    match unsafe { *(&raw const SEED) } {
        0 => println!("none"),
        seed => println!("{seed}"),
    }
}
