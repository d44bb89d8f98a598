//~ family: lifetime-bound-removed
use std::collections::HashMap;

struct Lazy<'f, T> {
    known: HashMap<&'f str, T>,
    make: Box<dyn FnMut(&str) -> T + 'f>,
}

impl<'f, T: Clone> Lazy<'f, T> {
    fn fetch(&mut self, key: &'f str) -> T {
        if let Some(value) = self.known.get(key) {
            return value.clone();
        }
        let value = (self.make)(key);
        self.known.insert(key, value.clone());
        value
    }

    fn into_maker(self) -> Box<dyn FnMut(&str) -> T + 'f> {
        self.make
    }

    fn sizes(&self) -> Option<Box<dyn Iterator<Item = usize> + '_>> {
        if self.known.is_empty() {
            return None;
        }
        Some(Box::new(self.known.keys().map(|key| key.len())))
    }
}

fn lazy<'f>(calls: &'f mut u32) -> Lazy<'f, String> {
    let make: Box<dyn FnMut(&str) -> String + 'f> = Box::new(|key| {
        *calls += 1;
        key.to_uppercase()
    });
    Lazy { known: HashMap::new(), make }
}

fn main() {
    let mut calls = 0;
    let mut upper = lazy(&mut calls);
    println!("{} {}", upper.fetch("leaf"), upper.fetch("leaf"));
    println!("{:?}", upper.sizes().map(|sizes| sizes.sum::<usize>()));
    println!("{}", upper.into_maker()("root"));
    println!("{calls} calls");
}
