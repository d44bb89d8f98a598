//~ family: E0201-method-twice
struct Every {
    at: u32,
    by: u32,
    end: u32,
}

impl Iterator for Every {
    type Item = u32;

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some((self.end / self.by) as usize))
    }

    fn next(&mut self) -> Option<u32> {
        let now = self.at;
        self.at += self.by;
        (now < self.end).then_some(now)
    }
}

impl Default for Every {
    fn default() -> Every {
        Every { at: 0, by: 5, end: 20 }
    }
}

fn main() {
    let every = Every::default();
    println!("{:?}", every.size_hint());
    println!("{:?}", every.collect::<Vec<u32>>());
}
