//~ family: E0186-self-removed
trait Scorer {
    fn score(&self, left: &str, right: &str) -> i64;

    fn describe(self) -> String
    where
        Self: Sized;
}

struct Prefix;
struct Weighted<S> {
    inner: S,
    factor: i64,
}

impl Scorer for Prefix {
    fn score(&self, left: &str, right: &str) -> i64 {
        left.chars().zip(right.chars()).take_while(|(one, other)| one == other).count() as i64
    }

    fn describe(self) -> String {
        String::from("common prefix")
    }
}

impl<S: Scorer> Scorer for Weighted<S> {
    fn score(&self, left: &str, right: &str) -> i64 {
        self.factor * self.inner.score(left, right)
    }

    fn describe(self) -> String {
        format!("{} times {}", self.factor, self.inner.describe())
    }
}

impl Scorer for () {
    fn score(&self, _: &str, _: &str) -> i64 {
        0
    }

    fn describe(self) -> String {
        "nothing".into()
    }
}

fn main() {
    let scorer = Weighted { inner: Prefix, factor: 3 };
    println!("{} {}", scorer.score("stone", "storm"), ().score("a", "a"));
    println!("{} / {}", scorer.describe(), ().describe());
}
