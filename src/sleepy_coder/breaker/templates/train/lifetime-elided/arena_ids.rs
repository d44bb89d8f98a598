//~ family: lifetime-elided
use std::cell::Cell;
use std::fmt::Debug;

pub struct Arena<T>(Vec<T>);

#[derive(Clone, Copy, Debug)]
pub struct Id {
    at: usize,
}

impl Id {
    pub fn of<'a, T: Debug>(&self, arena: &'a Arena<T>) -> &'a T {
        let Arena(items) = arena;
        &items[self.at % items.len()]
    }

    pub fn of_mut<'a, T>(&mut self, arena: &'a mut Arena<T>) -> Option<&'a mut T> {
        self.at += 1;
        arena.0.get_mut(self.at - 1)
    }
}

pub struct Usage<'u> {
    count: &'u Cell<u32>,
}

impl<'u> Usage<'u> {
    fn tracked<'t, F>(&self, text: &'t str, cut: F) -> Option<&'t str>
    where
        F: Fn(&str) -> Option<usize>,
    {
        let end = cut(text)?;
        self.count.set(self.count.get() + 1);
        text.get(..end)
    }

    fn outer<'t, 'k>(&self, _kept: &'k str, text: &'t str) -> Result<&'t [u8], u32> {
        if text.is_empty() { Err(self.count.get()) } else { Ok(text.as_bytes()) }
    }
}

fn main() {
    let mut arena = Arena(vec!["ash".to_string(), "elm".to_string()]);
    let mut id = Id { at: 1 };
    if let Some(name) = id.of_mut(&mut arena) {
        name.push('s');
    }
    let count = Cell::new(0);
    let usage = Usage { count: &count };
    println!("{} {:?} {:?}", id.of(&arena), usage.tracked("key: 1", |text| text.find(':')), usage.outer("", "ab"));
}
