//~ family: E0309-outlives-removed
struct Subject<'s> {
    observers: Vec<Box<dyn FnMut(u32) + 's>>,
}

impl<'s> Subject<'s> {
    fn watch<F: FnMut(u32) + 's>(&mut self, observer: F) {
        self.observers.push(Box::new(observer));
    }

    fn watch_twice(&mut self, observer: impl FnMut(u32) + Clone + 's) {
        self.observers.push(Box::new(observer.clone()));
        self.observers.push(Box::new(observer));
    }

    fn emit(&mut self, value: u32) {
        for observer in &mut self.observers {
            observer(value);
        }
    }
}

fn main() {
    let mut sum = 0;
    let limit = 4;
    let mut subject = Subject { observers: Vec::new() };
    subject.watch(|value| sum += value);
    subject.watch_twice(|value| println!("{value} {}", value > limit));
    subject.emit(3);
    subject.emit(9);
    drop(subject);
    println!("{sum}");
}
