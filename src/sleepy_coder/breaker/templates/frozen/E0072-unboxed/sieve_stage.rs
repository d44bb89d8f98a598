//~ family: E0072-unboxed
#[derive(Debug, Clone, PartialEq)]
struct Stage<T> {
    limit: T,
    passed: Vec<T>,
    next: Option<Box<Stage<T>>>,
}

impl<T: Copy + PartialOrd> Stage<T> {
    fn last(limit: T) -> Stage<T> {
        Stage { limit, passed: Vec::new(), next: None }
    }

    fn after(self, limit: T) -> Stage<T> {
        Stage { next: Some(self.into()), ..Stage::last(limit) }
    }

    fn feed(&mut self, value: T) {
        if value < self.limit {
            self.passed.push(value);
        } else if let Some(next) = &mut self.next {
            next.feed(value);
        }
    }
}

fn main() {
    let mut stages = Stage::last(100).after(50).after(10);
    for value in [3, 77, 12, 49, 250] {
        stages.feed(value);
    }
    let mut stage = Some(&stages);
    while let Some(current) = stage {
        println!("below {}: {:?}", current.limit, current.passed);
        stage = current.next.iter().map(|next| next as &Stage<i32>).next();
    }
}
