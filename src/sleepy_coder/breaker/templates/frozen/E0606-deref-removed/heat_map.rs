//~ family: E0606-deref-removed
use std::collections::HashMap;

struct Heat {
    cells: HashMap<char, i8>,
}

impl Heat {
    fn scaled(&self, cell: char, factor: i32) -> i32 {
        let Some(value) = self.cells.get(&cell) else {
            return -1;
        };
        *value as i32 * factor
    }

    fn hottest(&self) -> i64 {
        let top = self.cells.values().max();
        top.map_or(0, |value| *value as i64 + 1000)
    }
}

fn main() {
    let heat = Heat { cells: HashMap::from([('a', 100), ('b', -7)]) };
    println!("{} {} {}", heat.scaled('a', 9), heat.scaled('b', 3), heat.scaled('z', 2));
    println!("{}", heat.hottest());
}
