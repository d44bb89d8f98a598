//~ family: E0276-bound-added
use std::collections::VecDeque;

trait Holder<T> {
    fn keep<I: IntoIterator<Item = T>>(&mut self, items: I);
    fn best<K: PartialOrd>(&self, key: impl Fn(&T) -> K) -> Option<&T>;
}

struct Window<T> {
    items: VecDeque<T>,
    size: usize,
}

impl<T> Holder<T> for Window<T> {
    fn keep<I: IntoIterator<Item = T>>(&mut self, items: I) {
        for item in items {
            if self.items.len() == self.size {
                self.items.pop_front();
            }
            self.items.push_back(item);
        }
    }

    fn best<K: PartialOrd>(&self, key: impl Fn(&T) -> K) -> Option<&T> {
        self.items.iter().reduce(|best, item| if key(item) > key(best) { item } else { best })
    }
}

fn main() {
    let mut window = Window { items: VecDeque::new(), size: 3 };
    window.keep([4.5, 9.0, 1.5, 6.0]);
    window.keep(vec![2.0].into_iter().filter(|value| *value > 1.0));
    println!("{:?} {:?}", window.best(|value| -value), window.items);
}
