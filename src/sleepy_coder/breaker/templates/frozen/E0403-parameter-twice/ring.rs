//~ family: E0403-parameter-twice
struct Ring<T, const N: usize> {
    slots: [Option<T>; N],
    head: usize,
}

impl<T: Copy, const N: usize> Ring<T, N> {
    fn start() -> Self {
        Ring { slots: [None; N], head: 0 }
    }

    fn put(&mut self, value: T) -> Option<T> {
        let old = self.slots[self.head].replace(value);
        self.head = (self.head + 1) % N;
        old
    }

    fn fold<S>(&self, first: S, step: impl Fn(S, T) -> S) -> S {
        self.slots.iter().flatten().fold(first, |state, value| step(state, *value))
    }
}

fn main() {
    let mut ring: Ring<i32, 3> = Ring::start();
    let dropped: Vec<i32> = (1..=5).filter_map(|value| ring.put(value * value)).collect();
    println!("{dropped:?} {}", ring.fold(0, |sum, value| sum + value));
}
