//~ family: E0308-some-removed
use std::collections::HashMap;

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Move {
    Left(u8),
    Right(u8),
}

fn opposite(step: Move) -> Option<Move> {
    Some(match step {
        Move::Left(0) | Move::Right(0) => return None,
        Move::Left(by) => Move::Right(by),
        Move::Right(by) => Move::Left(by),
    })
}

fn merge(steps: &[Move]) -> Vec<Move> {
    let pairs = steps.chunks(2).filter_map(|pair| match pair {
        [Move::Left(a), Move::Left(b)] => Some(Move::Left(a + b)),
        [first, ..] => opposite(*first),
        [] => None,
    });
    pairs.collect()
}

fn most_common(steps: &[Move], wanted: Option<usize>) -> Option<(Move, usize)> {
    let mut counts: HashMap<Move, usize> = HashMap::new();
    steps.iter().for_each(|step| *counts.entry(*step).or_default() += 1);
    let best = counts.into_iter().max_by_key(|(_, count)| *count)?;
    if wanted.is_some_and(|least| best.1 < least) {
        None
    } else {
        Some(best)
    }
}

fn main() {
    let steps = [Move::Left(2), Move::Left(3), Move::Right(1), Move::Left(2)];
    println!("{:?}", merge(&steps));
    println!("{:?} {:?}", most_common(&steps, None), most_common(&steps, Some(9)));
}
