//~ family: E0594-self-ref
struct Ring<T, const N: usize> {
    slots: [Option<T>; N],
    head: usize,
    dropped: usize,
}

impl<T: Copy, const N: usize> Ring<T, N> {
    fn new() -> Self {
        Ring { slots: [None; N], head: 0, dropped: 0 }
    }

    fn store(&mut self, value: T) -> Option<T> {
        let place = self.head % N;
        let old = self.slots[place];
        self.slots[place] = Some(value);
        old
    }

    fn advance(&mut self, by: usize) {
        self.head = self.head.wrapping_add(by);
    }

    fn note_loss<E>(&mut self, outcome: Result<(), E>) -> bool
    where
        E: std::fmt::Debug,
    {
        match outcome {
            Ok(()) => false,
            Err(_) => {
                self.dropped += 1;
                true
            }
        }
    }
}

fn main() {
    let mut ring: Ring<char, 2> = Ring::new();
    for symbol in ['x', 'y', 'z'] {
        let old = ring.store(symbol);
        let lost = ring.note_loss(old.map_or(Ok(()), Err));
        ring.advance(1);
        println!("{old:?} {lost}");
    }
    println!("{:?} {}", ring.slots, ring.dropped);
}
