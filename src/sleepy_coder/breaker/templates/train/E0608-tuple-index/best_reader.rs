//~ family: E0608-tuple-index
use std::collections::HashMap;

struct Club {
    read: HashMap<String, (u32, u32)>,
}

impl Club {
    fn finish(&mut self, name: &str, pages: u32) {
        let entry = self.read.entry(name.to_string()).or_insert((0, 0));
        entry.0 += 1;
        entry.1 += pages;
    }

    fn average(&self, name: &str) -> Option<u32> {
        let found = self.read.get(name)?;
        Some(found.1 / found.0)
    }
}

fn main() {
    let mut club = Club { read: HashMap::new() };
    for (name, pages) in [("Ola", 310), ("Pim", 120), ("Ola", 190)] {
        club.finish(name, pages);
    }
    println!("{:?} {:?} {:?}", club.average("Ola"), club.average("Pim"), club.average("Quin"));
}
