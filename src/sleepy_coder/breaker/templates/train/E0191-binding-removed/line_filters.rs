//~ family: E0191-binding-removed
//~ vary u32: u32 | u64 | i64
use std::ops::{Add, Deref};

enum Origin<'a> {
    Fixed(&'a [u32]),
    Lazy(Box<dyn Iterator<Item = u32> + 'a>),
}

impl<'a> Origin<'a> {
    fn each(self, action: &mut dyn FnMut(u32)) {
        match self {
            Origin::Fixed(numbers) => numbers.iter().for_each(|number| action(*number)),
            Origin::Lazy(numbers) => numbers.for_each(action),
        }
    }

    fn chained(self, more: impl Iterator<Item = u32> + 'a) -> Origin<'a> {
        let first: Box<dyn Iterator<Item = u32> + 'a> = match self {
            Origin::Fixed(numbers) => Box::new(numbers.iter().copied()),
            Origin::Lazy(numbers) => numbers,
        };
        Origin::Lazy(Box::new(first.chain(more)))
    }
}

fn longest<'t>(texts: &[&'t dyn Deref<Target = str>]) -> Option<&'t str> {
    texts.iter().map(|text| &***text).max_by_key(|text| text.len())
}

fn plus(left: Box<dyn Add<u32, Output = u32>>, right: u32) -> u32 {
    drop(left);
    right + 1
}

fn main() {
    let mut sum = 0;
    Origin::Fixed(&[4, 15]).chained(3..6).each(&mut |number| sum += number);
    println!("{sum} {}", plus(Box::new(2 as u32), 8));
    println!("{:?}", longest(&[&String::from("long one"), &"short".to_string()]));
}
