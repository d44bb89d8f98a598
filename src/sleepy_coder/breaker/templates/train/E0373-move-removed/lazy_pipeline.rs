//~ family: E0373-move-removed
//~ vary i64: i64 | i32
use std::collections::HashMap;

type Step = Box<dyn Fn(i64) -> Option<i64>>;

enum Rule {
    Shift(i64),
    Below(i64),
    Table(HashMap<i64, i64>),
}

impl Rule {
    fn compile(self) -> Step {
        match self {
            Rule::Shift(by) => Box::new(move |value| Some(value + by)),
            Rule::Below(limit) => {
                let check = move |value: i64| (value < limit).then_some(value);
                Box::new(check)
            }
            Rule::Table(table) => Box::new(move |value| table.get(&value).copied()),
        }
    }
}

fn chain(steps: Vec<Step>) -> impl Fn(i64) -> Option<i64> {
    move |start| steps.iter().try_fold(start, |value, step| step(value))
}

fn running_total(start: i64) -> impl FnMut(i64) -> i64 {
    let mut total = start;
    move |value| {
        total += value;
        total
    }
}

fn main() {
    let rules = [
        Rule::Shift(4),
        Rule::Below(30),
        Rule::Table(HashMap::from([(11, 1), (12, 2)])),
    ];
    let run = chain(rules.into_iter().map(Rule::compile).collect());
    println!("{:?} {:?}", run(7), run(50));
    let mut sum = running_total(100);
    println!("{} {}", sum(1), sum(5));
}
