//~ family: E0405-trait-name
trait Filter<T: ?Sized> {
    fn keeps(&self, item: &T) -> bool;
}

impl<T: ?Sized, F> Filter<T> for F
where
    F: Fn(&T) -> bool,
{
    fn keeps(&self, item: &T) -> bool {
        self(item)
    }
}

struct AllOf<'f, T: ?Sized>(Vec<Box<dyn Filter<T> + 'f>>);

impl<T: ?Sized> Filter<T> for AllOf<'_, T> {
    fn keeps(&self, item: &T) -> bool {
        self.0.iter().all(|part| part.keeps(item))
    }
}

impl<'f, T: ?Sized> AllOf<'f, T> {
    fn and(mut self, part: impl Filter<T> + 'f) -> Self {
        self.0.push(Box::new(part));
        self
    }
}

fn main() {
    let longest = 5;
    let short = AllOf(Vec::new())
        .and(move |word: &str| word.len() <= longest)
        .and(|word: &str| !word.is_empty());
    let words = ["", "tree", "mountain"];
    println!(
        "{:?}",
        words.iter().filter(|word| short.keeps(word)).collect::<Vec<_>>()
    );
}
