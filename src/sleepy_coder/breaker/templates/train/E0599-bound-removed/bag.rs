//~ family: E0599-bound-removed
use std::hash::{DefaultHasher, Hash, Hasher};

struct Bag<T> {
    items: Vec<T>,
}

impl<T: Clone> Bag<T> {
    fn first(&self) -> Option<T> {
        let item = self.items.iter().next()?;
        Some(item.clone())
    }
}

fn fingerprint<T>(item: &T) -> bool
where
    T: Hash,
{
    let mut state = DefaultHasher::new();
    item.hash(&mut state);
    state.finish() == state.finish()
}

fn longest<T: AsRef<str>>(words: &[T]) -> usize {
    words.iter().map(|word| word.as_ref().len()).max().unwrap_or(0)
}

fn main() {
    let bag = Bag { items: vec!["clove", "cardamom"] };
    println!("{:?} {}", bag.first(), fingerprint(&bag.items[1]));
    println!("{}", longest(&bag.items));
}
