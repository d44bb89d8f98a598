//~ family: E0407-method-typo
//~ vary u64: u64 | u32 | usize
#[derive(Clone, Debug)]
struct Powers {
    base: u64,
    next: Option<u64>,
}

impl Iterator for Powers {
    type Item = u64;

    fn next(&mut self) -> Option<Self::Item> {
        let now = self.next.take()?;
        self.next = now.checked_mul(self.base);
        Some(now)
    }

    fn nth(&mut self, skipped: usize) -> Option<Self::Item> {
        for _ in 0..skipped {
            self.next = self.next.and_then(|now| now.checked_mul(self.base));
        }
        self.next()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        match self.next {
            Some(_) => (1, None),
            None => (0, Some(0)),
        }
    }
}

fn main() {
    let mut powers = Powers { base: 3, next: Some(1) };
    println!("{:?} {:?} {:?}", powers.nth(2), powers.size_hint(), powers.clone().take(2).last());
}
