//~ family: E0369-bound-removed
use std::collections::HashMap;
use std::hash::Hash;
use std::ops::{Add, Mul, Sub};

#[derive(Clone, Debug)]
struct Polynomial<C> {
    terms: Vec<C>,
}

impl<C: Copy> Polynomial<C> {
    fn at(&self, x: C, zero: C) -> C
    where
        C: Mul<Output = C> + Add<Output = C>,
    {
        let mut value = zero;
        for term in self.terms.iter().rev() {
            value = value * x + *term;
        }
        value
    }

    fn changes<D: Copy>(&self, minus: D) -> Vec<C>
    where
        C: Sub<D, Output = C>,
    {
        self.terms.iter().map(|term| *term - minus).collect()
    }
}

fn tally<K, V, I>(pairs: I) -> HashMap<K, V>
where
    K: Hash + Eq,
    V: Default + Copy + Add<Output = V>,
    I: IntoIterator<Item = (K, V)>,
{
    let mut sums = HashMap::new();
    for (key, value) in pairs {
        let slot = sums.entry(key).or_default();
        *slot = *slot + value;
    }
    sums
}

fn main() {
    let line = Polynomial { terms: vec![3, 0, 2] };
    println!("{} {:?}", line.at(4, 0), line.changes(1));
    println!("{:?}", tally([("a", 2.5), ("a", 4.0)]).get("a"));
}
