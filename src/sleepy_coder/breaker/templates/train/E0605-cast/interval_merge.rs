//~ family: E0605-cast
use std::ops::Range;
use std::rc::Rc;

#[derive(Debug, Clone, Default)]
enum Outcome {
    #[default]
    Nothing,
    Span(Range<u32>),
    Both {
        first: Range<u32>,
        gap: u32,
    },
}

fn merge(left: Range<u32>, right: Range<u32>) -> Outcome {
    match (left.is_empty(), right.is_empty()) {
        (true, true) => Outcome::default(),
        _ if left.end >= right.start => Outcome::Span(left.start..left.end.max(right.end)),
        _ => Outcome::Both { gap: right.start - left.end, first: left },
    }
}

fn times<T: Clone>(item: T, count: usize) -> Vec<T> {
    std::iter::repeat(item).take(count).collect()
}

fn describe(outcome: Outcome, rest: &[Range<u32>]) -> String {
    let list = rest.to_vec();
    let several = times(outcome, 2);
    let shared = Rc::new(list);
    let pair = (several, Rc::strong_count(&shared));
    format!("{pair:?} {shared:?}")
}

fn main() {
    let spans = [4..7, 1..3];
    let merged = merge(1..5, 4..9);
    println!("{}", describe(merged, &spans));
    let (apart, none) = (merge(1..2, 6..8), merge(0..0, 3..3));
    if let Outcome::Both { first, gap } = &apart {
        println!("{first:?} {gap}");
    } else if let Outcome::Span(whole) = &apart {
        println!("{}", whole.len());
    }
    let last = Some(none);
    println!("{:?}", times(last, 1));
}
