//~ family: E0532-arguments-removed
use std::collections::HashMap;

mod stock {
    #[derive(PartialEq)]
    pub struct Place(pub u8, pub char);

    pub enum Count {
        Exact(u32),
        Between(u32, u32),
        Unknown,
    }
}

use stock::Count;

fn describe(counts: &HashMap<&str, (Count, stock::Place)>, name: &str) -> Option<&'static str> {
    let (Count::Exact(_) | Count::Between(..), place) = counts.get(name)? else {
        return Some("uncounted");
    };
    match place {
        stock::Place(0, 'a') => None,
        stock::Place(_, _) if place == &stock::Place(2, 'b') => Some("cellar"),
        stock::Place(..) => Some("shelf"),
    }
}

fn least(count: &Count) -> u32 {
    let is_sure = matches!(count, Count::Exact(_));
    let (Count::Exact(low) | Count::Between(low, _)) = count else {
        return 0;
    };
    let spread = if let Count::Between(low, high) = count { high.saturating_sub(*low) } else { 0 };
    if is_sure { *low } else { low / 2 + spread }
}

fn drain(mut queue: Vec<Count>) -> usize {
    let mut steps = 0;
    while let Option::Some(Count::Unknown) = queue.pop() {
        steps += 1;
    }
    steps
}

fn main() {
    let tea = (Count::Exact(4), stock::Place(2, 'b'));
    let rice = (Count::Between(3, 9), stock::Place(5, 'c'));
    let counts = HashMap::from([
        ("tea", tea),
        ("rice", rice),
        ("salt", (Count::Unknown, stock::Place(0, 'a'))),
    ]);
    for name in ["tea", "rice", "salt", "figs"] {
        println!(
            "{name} {:?} {:?}",
            describe(&counts, name),
            counts.get(name).map(|(count, _)| least(count))
        );
    }
    println!("{}", drain(vec![Count::Exact(7), Count::Unknown, Count::Unknown]));
}
