//~ family: E0201-method-twice
mod storage {
    use std::collections::HashMap;

    pub trait Storage {
        fn load(&self, key: &str) -> Option<Vec<u8>>;
        fn save(&mut self, key: &str, bytes: &[u8]) -> bool;
        fn keys(&self) -> usize;
    }

    #[derive(Default)]
    pub struct Ram(HashMap<String, Vec<u8>>);

    impl Storage for Ram {
        fn load(&self, key: &str) -> Option<Vec<u8>> {
            self.0.get(key).cloned()
        }

        fn save(&mut self, key: &str, bytes: &[u8]) -> bool {
            self.0.insert(key.to_owned(), bytes.to_vec()).is_some()
        }

        fn keys(&self) -> usize {
            self.0.len()
        }
    }
}

use storage::{Ram, Storage};

fn main() {
    let mut ram = Ram::default();
    let replaced = [("a", 1u8), ("b", 2), ("a", 3)].iter().filter(|(key, byte)| ram.save(key, &[*byte; 2])).count();
    println!("{replaced} {} {:?} {:?}", ram.keys(), ram.load("a"), ram.load("z"));
}
