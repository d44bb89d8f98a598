//~ family: E0015-const-removed
const fn slots(pages: usize, per_page: usize) -> usize {
    if pages == 0 {
        return per_page;
    }
    pages * per_page
}

struct Ring<T, const N: usize> {
    items: [Option<T>; N],
    next: usize,
}

impl<T: Copy, const N: usize> Ring<T, N> {
    const fn empty() -> Self {
        Ring { items: [None; N], next: 0 }
    }

    fn push(&mut self, item: T) -> Option<T> {
        let old = self.items[self.next % N].replace(item);
        self.next += 1;
        old
    }
}

trait Limits {
    const MOST: u64;
}

const fn cap(level: Option<u64>) -> u64 {
    match level {
        Some(level) => level * 10,
        None => 90,
    }
}

impl<T, const N: usize> Limits for Ring<T, N> {
    const MOST: u64 = cap(Some(7));
}

fn main() {
    const START: Ring<u8, { slots(1, 2) }> = Ring::empty();
    let mut ring = START;
    let pushed: Vec<Option<u8>> = [4, 5, 6].into_iter().map(|item| ring.push(item)).collect();
    println!("{pushed:?} {}", Ring::<u8, 2>::MOST);
}
