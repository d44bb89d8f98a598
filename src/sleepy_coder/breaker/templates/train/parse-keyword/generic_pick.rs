//~ family: parse-keyword
//~ vary i32: i32 | u64 | f64
trait Score {
    fn score(&self) -> i32;
}

struct Dart(i32);

impl Score for Dart {
    fn score(&self) -> i32 {
        let Dart(points) = self;
        *points
    }
}

fn best<T: Score>(items: &[T]) -> Option<&T> {
    let mut chosen: Option<&T> = None;
    for item in items {
        let better = chosen.is_none_or(|old| item.score() > old.score());
        if better {
            chosen = Some(item);
        }
    }
    chosen
}

fn main() {
    let darts = vec![Dart(18 as i32), Dart(57 as i32), Dart(20 as i32)];
    let winner = best(&darts).map(|dart| dart.score());
    println!("{winner:?}");
}
