//~ family: E0308-ok-method-removed
//~ vary i32: i32 | u64 | i64
use std::collections::HashMap;

struct Index {
    keys: Vec<i32>,
    titles: HashMap<usize, String>,
}

impl Index {
    fn position(&self, key: i32) -> Option<usize> {
        self.keys.binary_search(&key).ok()
    }

    fn title(&self, key: i32) -> &str {
        match self.keys.binary_search(&key).ok() {
            Some(at) => self.titles.get(&at).map_or("untitled", String::as_str),
            None => "unknown",
        }
    }

    fn both(&self, left: i32, right: i32) -> Option<(usize, usize)> {
        let found = self.position(left);
        let other: Option<usize> = self.keys.binary_search_by(|probe| probe.cmp(&right)).ok();
        found.zip(other)
    }
}

fn main() {
    let index = Index { keys: vec![4, 15, 92], titles: HashMap::from([(1, "fifteen".to_string())]) };
    println!("{:?} {:?} {:?}", index.position(92), index.both(4, 15), index.both(4, 6));
    println!("{} {} {}", index.title(15), index.title(4), index.title(50));
}
