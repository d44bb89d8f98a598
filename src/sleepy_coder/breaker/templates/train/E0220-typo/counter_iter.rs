//~ family: E0220-typo
struct Gaps<I> {
    inner: I,
    last: Option<i64>,
}

impl<I: Iterator<Item = i64>> Iterator for Gaps<I> {
    type Item = i64;

    fn next(&mut self) -> Option<Self::Item> {
        let now = self.inner.next()?;
        let gap = now - self.last.unwrap_or(now);
        self.last = Some(now);
        Some(gap)
    }
}

fn gaps(values: &[i64]) -> impl Iterator<Item = i64> + '_ {
    Gaps { inner: values.iter().copied(), last: None }
}

fn widest(values: Box<dyn Iterator<Item = i64> + '_>) -> i64 {
    values.map(i64::abs).max().unwrap_or(0)
}

fn main() {
    let tides = [12, 15, 9, 30];
    println!("{:?}", gaps(&tides).collect::<Vec<_>>());
    println!("{}", widest(Box::new(gaps(&tides))));
}
