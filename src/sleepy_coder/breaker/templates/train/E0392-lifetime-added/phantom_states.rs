//~ family: E0392-lifetime-added
use std::marker::PhantomData;

mod states {
    pub struct Locked;
    pub enum Unlocked {}
}

use states::{Locked, Unlocked};

struct Door<S, W = u32> {
    opened: W,
    state: PhantomData<S>,
}

struct Callback<F: Fn(u32) -> u32> {
    call: F,
    armed: bool,
}

enum Either<L, R>
where
    L: Clone,
{
    Left(L),
    Right(Box<R>),
}

union Bits {
    float: f32,
    whole: u32,
}

fn unlock(door: Door<Locked>, code: u32) -> Either<Door<Unlocked>, Door<Locked>>
where
    Door<Unlocked>: Clone,
{
    if code % 7 == 0 {
        Either::Left(Door { opened: door.opened + 1, state: PhantomData })
    } else {
        Either::Right(Box::new(door))
    }
}

impl Clone for Door<Unlocked> {
    fn clone(&self) -> Self {
        Door { opened: self.opened, state: PhantomData }
    }
}

fn fire<F: Fn(u32) -> u32>(callback: &Callback<F>, value: u32) -> Option<u32> {
    callback.armed.then(|| (callback.call)(value))
}

fn main() {
    let callback = Callback { call: |n| n * 3, armed: true };
    match unlock(Door { opened: 0, state: PhantomData }, 14) {
        Either::Left(door) => println!("open {:?}", fire(&callback, door.clone().opened)),
        Either::Right(door) => println!("shut {}", door.opened),
    }
    let bits = Bits { float: 1.0 };
    println!("{:x}", unsafe { bits.whole });
}
