//~ family: E0107-arguments-removed
//~ vary u32: u32 | u64 | usize
use std::collections::HashMap;
use std::marker::PhantomData;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Id<K> {
    raw: u32,
    kind: PhantomData<K>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum User {}

struct Table<K, V, const N: usize> {
    rows: [Option<V>; N],
    by_id: HashMap<Id<K>, usize>,
}

impl<K, V, const N: usize> Table<K, V, N>
where
    Id<K>: std::hash::Hash + Eq,
{
    fn find(&self, id: &Id<K>) -> Option<&V> {
        self.rows.get(*self.by_id.get(id)?)?.as_ref()
    }
}

fn user(raw: u32) -> Id<User> {
    Id { raw, kind: PhantomData }
}

fn build(names: [Option<String>; 2]) -> Table<User, String, 2> {
    let by_id = HashMap::from([(user(7), 0), (user(9), 1)]);
    Table { rows: names, by_id }
}

fn main() {
    let table = build([Some("root".to_string()), None]);
    println!("{:?} {:?} {}", table.find(&user(7)), table.find(&user(9)), user(3).raw);
}
