//~ family: E0506-borrow
struct Sequence {
    current: u64,
    next: u64,
}

impl Iterator for Sequence {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        let given = self.current;
        self.current = self.next;
        self.next += given;
        Some(given)
    }
}

fn main() {
    let sequence = Sequence { current: 0, next: 1 };
    let numbers: Vec<u64> = sequence.skip(3).step_by(2).take(4).collect();
    println!("{numbers:?}");
    let mut pair = (numbers[0], numbers[1]);
    let old = pair;
    pair.0 = 50;
    println!("{:?} {:?}", old, pair);
}
