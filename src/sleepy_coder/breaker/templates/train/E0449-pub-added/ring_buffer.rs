//~ family: E0449-pub-added
//~ vary u8: u8 | u16 | i32
pub struct Ring<T> {
    slots: Vec<Option<T>>,
    head: usize,
}

pub trait Sink<T> {
    fn accept(&mut self, item: T) -> Option<T>;
    fn capacity(&self) -> usize;
}

impl<T> Sink<T> for Ring<T> {
    fn accept(&mut self, item: T) -> Option<T> {
        let at = self.head % self.slots.len();
        self.head += 1;
        self.slots[at].replace(item)
    }

    fn capacity(&self) -> usize {
        self.slots.len()
    }
}

impl<T> IntoIterator for Ring<T> {
    type Item = T;
    type IntoIter = std::iter::Flatten<std::vec::IntoIter<Option<T>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.slots.into_iter().flatten()
    }
}

impl<T> Drop for Guard<T> {
    fn drop(&mut self) {
        println!("{} dropped", self.0.len());
    }
}

pub struct Guard<T>(Vec<T>);

fn main() {
    let mut ring = Ring {
        slots: vec![None, None],
        head: 0,
    };
    let pushed: Vec<Option<u8>> = (5..9).map(|n| ring.accept(n)).collect();
    let _guard = Guard(pushed);
    println!("{} {:?}", ring.capacity(), ring.into_iter().collect::<Vec<u8>>());
}
