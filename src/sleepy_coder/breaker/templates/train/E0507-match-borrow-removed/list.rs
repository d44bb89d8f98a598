//~ family: E0507-match-borrow-removed
struct Link {
    value: i32,
    next: Option<Box<Link>>,
}

impl Link {
    fn sum(&self) -> i32 {
        match &self.next {
            Some(next) => self.value + next.sum(),
            None => self.value,
        }
    }

    fn last(&self) -> i32 {
        if let Some(next) = self.next.as_ref() {
            return next.last();
        }
        self.value
    }
}

fn main() {
    let tail = Link { value: 9, next: None };
    let head = Link { value: 4, next: Some(Box::new(Link { value: 6, next: Some(Box::new(tail)) })) };
    println!("{} ends with {}", head.sum(), head.last());
}
