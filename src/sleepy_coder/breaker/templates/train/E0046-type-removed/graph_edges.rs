//~ family: E0046-type-removed
//~ vary u32: u32 | u64 | usize
use std::borrow::Borrow;
use std::ops::{Deref, DerefMut, Mul, RangeInclusive};

trait Graph {
    type Node;
    type Edges<'g>: Iterator<Item = u32>
    where
        Self: 'g;

    fn node(&self, at: u32) -> Option<&Self::Node>;
    fn edges<'g>(&'g self, at: u32) -> Self::Edges<'g>;
}

struct Chain {
    names: Vec<String>,
}

impl Graph for Chain {
    type Node = String;
    type Edges<'g> = RangeInclusive<u32>;

    fn node(&self, at: u32) -> Option<&String> {
        self.names.get(at as usize)
    }

    fn edges<'g>(&'g self, at: u32) -> RangeInclusive<u32> {
        at + 1..=self.names.len() as u32
    }
}

struct Scaled<T>(T);

impl<T: Clone + Mul<Output = T>> Deref for Scaled<T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.0.borrow()
    }
}

impl<T: Clone + Mul<Output = T>> DerefMut for Scaled<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

fn main() {
    let chain = Chain { names: vec!["a".to_string(), "b".to_string()] };
    println!("{:?} {}", chain.node(1), chain.edges(0).count());
    let mut scaled = Scaled(4);
    *scaled += 1;
    println!("{}", *scaled);
}
