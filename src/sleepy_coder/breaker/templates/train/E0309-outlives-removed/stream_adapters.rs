//~ family: E0309-outlives-removed
struct Stream<'s, T> {
    next: Box<dyn FnMut() -> Option<T> + 's>,
}

impl<'s, T> Stream<'s, T> {
    fn of<I>(items: I) -> Self
    where
        I: IntoIterator<Item = T>,
        I::IntoIter: 's,
    {
        let mut items = items.into_iter();
        Stream { next: Box::new(move || items.next()) }
    }

    fn map<U, F: FnMut(T) -> U + 's>(mut self, mut change: F) -> Stream<'s, U>
    where
        T: 's,
    {
        Stream { next: Box::new(move || (self.next)().map(&mut change)) }
    }

    fn keep(mut self, mut test: impl FnMut(&T) -> bool + 's) -> Stream<'s, T>
    where
        T: 's,
    {
        Stream {
            next: Box::new(move || loop {
                let item = (self.next)()?;
                if test(&item) {
                    return Some(item);
                }
            }),
        }
    }
}

impl<T> Iterator for Stream<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        (self.next)()
    }
}

fn main() {
    let limit = String::from("4");
    let stream = Stream::of(vec!["3", "12", "4"]).keep(|word| **word != limit).map(|word| word.len());
    println!("{:?}", stream.collect::<Vec<_>>());
    let mut seen = 0;
    Stream::of(1..6).map(|n| seen += n).for_each(drop);
    println!("{seen}");
}
