//~ family: E0046-type-removed
struct Squares {
    next: u64,
    end: u64,
}

impl Iterator for Squares {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        if self.next > self.end {
            return None;
        }
        self.next += 1;
        Some((self.next - 1).pow(2))
    }
}

fn main() {
    let total: u64 = Squares { next: 2, end: 6 }.sum();
    println!("{total}");
    for square in (Squares { next: 1, end: 3 }) {
        println!("{}", square + 1);
    }
}
