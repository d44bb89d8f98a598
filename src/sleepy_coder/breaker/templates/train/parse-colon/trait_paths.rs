//~ family: parse-colon
use std::sync::atomic::{AtomicUsize, Ordering};

static MADE: AtomicUsize = AtomicUsize::new(0);

mod zoo {
    pub mod birds {
        #[derive(Default, Clone)]
        pub struct Owl;
    }

    pub trait Animal {
        const LEGS: u32;
        type Food: std::fmt::Debug + Default;
        fn voice(&self) -> &'static str;
    }

    impl Animal for birds::Owl {
        const LEGS: u32 = 2;
        type Food = Vec<u8>;
        fn voice(&self) -> &'static str {
            "hoo"
        }
    }
}

use zoo::{birds, Animal};

fn feed<A: zoo::Animal>(animal: &A, count: u32) -> (A::Food, u32) {
    MADE.fetch_add(animal.voice().len(), Ordering::Relaxed);
    let food = <A as Animal>::Food::default();
    (food, count * A::LEGS)
}

fn loudest(flock: &[birds::Owl]) -> Option<&str> {
    flock.iter().map(Animal::voice).max_by_key(|voice| voice.len())
}

fn main() {
    let owl = birds::Owl;
    let (food, legs) = feed(&owl, 3);
    let voices = loudest(std::slice::from_ref(&owl)).map_or_else(String::new, str::to_uppercase);
    println!("{food:?} {legs} {voices} {}", MADE.load(Ordering::SeqCst));
}
