//~ family: E0403-parameter-twice
enum Either<L, R> {
    Left(L),
    Right(R),
}

impl<L, R> Either<L, R> {
    fn flip(self) -> Either<R, L> {
        match self {
            Either::Left(left) => Either::Right(left),
            Either::Right(right) => Either::Left(right),
        }
    }
}

impl<L: ToString, R: ToString> Either<L, R> {
    fn text(&self) -> String {
        match self {
            Either::Left(left) => format!("left {}", left.to_string()),
            Either::Right(right) => format!("right {}", right.to_string()),
        }
    }
}

fn parse(word: &str) -> Either<i32, String> {
    word.parse().map(Either::Left).unwrap_or_else(|_| Either::Right(word.to_string()))
}

fn main() {
    for word in ["12", "twelve"] {
        let either = parse(word);
        println!("{} / {}", either.text(), either.flip().text());
    }
}
