//~ family: E0308-tail-semicolon
//~ vary u8: u8 | u16 | i32
use std::fmt;
use std::ops::Index;

#[derive(Clone)]
struct Ring<const N: usize> {
    slots: [u8; N],
    head: usize,
}

impl<const N: usize> Default for Ring<N> {
    fn default() -> Self {
        Ring { slots: [0; N], head: 0 }
    }
}

impl<const N: usize> Index<usize> for Ring<N> {
    type Output = u8;

    fn index(&self, back: usize) -> &u8 {
        let place = (self.head + N - back % N) % N;
        &self.slots[place]
    }
}

impl<const N: usize> fmt::Display for Ring<N> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_list().entries((0..N).map(|back| self[back])).finish()
    }
}

impl<const N: usize> Extend<u8> for Ring<N> {
    fn extend<I: IntoIterator<Item = u8>>(&mut self, items: I) {
        for item in items {
            self.head = (self.head + 1) % N;
            self.slots[self.head] = item;
        }
    }
}

fn filled(items: &[u8]) -> impl fmt::Display + use<> {
    let mut ring: Ring<3> = Ring::default();
    ring.extend(items.iter().copied());
    ring
}

fn main() {
    let width = |text: &str| -> usize { text.chars().filter(|letter| letter.is_numeric()).count() };
    let text = filled(&[4, 8, 15, 16]).to_string();
    println!("{text} {}", width(&text));
}
