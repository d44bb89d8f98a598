//~ family: E0531-variant-typo
#[derive(Debug, Clone)]
enum Either<L, R> {
    Left(L),
    Right(R),
}
use Either::{Left, Right};

impl<L, R> Either<L, R> {
    fn left(self) -> Option<L> {
        match self {
            Left(value) => Some(value),
            Right(_) => None,
        }
    }

    fn map_right<T, F: FnOnce(R) -> T>(self, change: F) -> Either<L, T> {
        match self {
            Left(value) => Left(value),
            Right(value) => Right(change(value)),
        }
    }
}

fn split<L: Clone, R: Clone>(items: &[Either<L, R>]) -> (Vec<L>, Vec<R>) {
    let (mut lefts, mut rights) = (Vec::new(), Vec::new());
    items.iter().for_each(|item| match item {
        Left(value) => lefts.push(value.clone()),
        Right(value) => rights.push(value.clone()),
    });
    (lefts, rights)
}

fn main() {
    let items = ["7", "x", "12"].map(|text| match text.parse::<u8>() {
        Ok(number) => Left(number),
        Err(problem) => Right(problem.to_string()),
    });
    let (numbers, problems) = split(&items);
    println!("{numbers:?} {problems:?}");
    let kept = items
        .into_iter()
        .filter_map(|item| item.map_right(|text| text.len()).left());
    println!("{}", kept.count());
}
