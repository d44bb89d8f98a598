//~ family: E0117-orphan
//~ vary u64: u64 | u32 | usize
use std::collections::HashSet;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

struct Id<T> {
    raw: u64,
    kind: PhantomData<T>,
}

impl<T> Id<T> {
    const fn new(raw: u64) -> Self {
        Id { raw, kind: PhantomData }
    }
}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.raw == other.raw
    }
}

impl<T> Eq for Id<T> {}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.raw.hash(state);
    }
}

enum User {}

enum Room {}

fn distinct<T>(ids: impl Iterator<Item = Id<T>>) -> usize {
    ids.collect::<HashSet<_>>().len()
}

static LOBBY: u64 = 3;

fn main() {
    let users = [4, 8, 4].into_iter().map(Id::<User>::new);
    println!("{}", distinct(users));
    println!("{}", Id::<Room>::new(3) == Id::new(LOBBY));
}
