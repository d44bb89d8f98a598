//~ family: E0308-reference-removed
struct View<'a> {
    bytes: &'a [u8],
    label: &'a str,
}

#[derive(Default)]
struct Counter {
    total: usize,
}

impl Counter {
    fn absorb(&mut self, view: &View) -> usize {
        self.total += view.bytes.len() * view.label.len();
        self.total
    }

    fn merge(self, other: &Self) -> Self {
        Counter { total: self.total + other.total }
    }
}

fn halves(bytes: &[u8]) -> (View<'_>, View<'_>) {
    let middle = bytes.len() / 2;
    (View { bytes: &bytes[..middle], label: "low" }, View { label: "high", bytes: &bytes[middle..] })
}

fn main() {
    let packet = vec![4, 8, 15, 16, 23];
    let name = String::from("packet");
    let mut counter = Counter::default();
    let (low, high) = halves(&packet);
    for view in [low, high] {
        println!("{}", counter.absorb(&view));
    }
    let whole = View { bytes: &packet, label: &name };
    let second = Counter { total: 70 };
    println!("{}", counter.merge(&second).absorb(&whole));
}
