//~ family: E0053-parameter-type
use std::collections::HashMap;

trait Store {
    fn put(&mut self, key: &str, value: u64) -> Option<u64>;
    fn get(&self, key: &str) -> Option<u64>;
}

#[derive(Default)]
struct Table {
    rows: HashMap<String, u64>,
}

#[derive(Default)]
struct Latest {
    row: Option<(String, u64)>,
}

impl Store for Table {
    fn put(&mut self, key: &str, value: u64) -> Option<u64> {
        self.rows.insert(key.to_string(), value)
    }

    fn get(&self, key: &str) -> Option<u64> {
        self.rows.get(key).copied()
    }
}

impl Store for Latest {
    fn put(&mut self, key: &str, value: u64) -> Option<u64> {
        self.row.replace((key.to_string(), value)).map(|(_, old)| old)
    }

    fn get(&self, key: &str) -> Option<u64> {
        self.row.iter().find(|(known, _)| known == key).map(|(_, value)| *value)
    }
}

fn fill(store: &mut impl Store) -> (Option<u64>, Option<u64>) {
    store.put("amber", 8);
    store.put("onyx", 21);
    (store.put("onyx", 34), store.get("amber"))
}

fn main() {
    println!("{:?}", fill(&mut Table::default()));
    println!("{:?}", fill(&mut Latest::default()));
}
