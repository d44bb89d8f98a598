//~ family: E0403-parameter-twice
use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::iter::FromIterator;

trait Visitor<In> {
    type Out;

    fn visit(&mut self, item: In) -> Self::Out;

    fn visit_all<C: FromIterator<Self::Out>>(&mut self, items: Vec<In>) -> C {
        items.into_iter().map(|item| self.visit(item)).collect()
    }
}

struct Group<K, F> {
    seen: BTreeMap<K, usize>,
    key: F,
}

impl<K: Ord, F> Group<K, F> {
    fn by(key: F) -> Self {
        Group { seen: BTreeMap::new(), key }
    }

    fn count<Q>(&self, key: &Q) -> usize
    where
        K: Borrow<Q>,
        Q: Ord + ?Sized,
    {
        self.seen.get(key).copied().unwrap_or_default()
    }

    fn is_even(&self) -> bool {
        self.seen.len() % 2 == 0
    }
}

impl<T, K: Ord, F: Fn(&T) -> K> Visitor<T> for Group<K, F> {
    type Out = usize;

    fn visit(&mut self, item: T) -> usize {
        let count = self.seen.entry((self.key)(&item)).or_insert(0);
        *count += 1;
        *count
    }
}

fn main() {
    let mut group = Group::by(|word: &&str| word.chars().rev().take(2).collect::<String>());
    let ranks: Vec<usize> = group.visit_all(vec!["going", "gone", "doing"]);
    println!("{ranks:?} {} {}", group.count("gn"), group.is_even());
}
