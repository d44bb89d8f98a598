//~ family: E0432-import-typo
use std::cell::{Cell, RefCell};
use std::collections::{
    hash_map::{Entry, HashMap},
    BTreeMap,
};

mod parse {
    pub mod number {
        use std::num::ParseIntError;

        pub fn signed(text: &str) -> Result<i64, ParseIntError> {
            text.trim().parse()
        }
    }

    pub fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
        text.split(',').filter_map(|part| part.split_once('='))
    }
}

use parse::{number::signed, pairs};

struct Sheet {
    cells: RefCell<HashMap<String, i64>>,
    edits: Cell<u32>,
}

impl Sheet {
    fn store(&self, key: &str, value: i64) {
        self.edits.set(self.edits.get() + 1);
        match self.cells.borrow_mut().entry(key.to_string()) {
            Entry::Occupied(mut held) => *held.get_mut() += value,
            Entry::Vacant(free) => {
                free.insert(value);
            }
        }
    }
}

fn main() {
    let sheet = Sheet { cells: RefCell::default(), edits: Cell::new(0) };
    for (key, value) in pairs("a=4,b=x,a= 6,c=1") {
        if let Ok(value) = signed(value) {
            sheet.store(key, value);
        }
    }
    let sorted: BTreeMap<_, _> = sheet.cells.into_inner().into_iter().collect();
    println!("{sorted:?} after {} edits", sheet.edits.get());
}
