//~ family: E0308-box-removed
//~ vary i64: i64 | i32
#[derive(Debug)]
enum Rule {
    Above(i64),
    Not(Box<Rule>),
    Both(Box<Rule>, Box<Rule>),
}

impl Rule {
    fn holds(&self, value: i64) -> bool {
        match self {
            Rule::Above(limit) => value > *limit,
            Rule::Not(inner) => !inner.holds(value),
            Rule::Both(left, right) => left.holds(value) && right.holds(value),
        }
    }
}

fn below(limit: i64) -> Rule {
    Rule::Not(Box::new(Rule::Above(limit)))
}

fn main() {
    let band = Rule::Both(Box::new(Rule::Above(10)), Box::new(below(20)));
    let hits: Vec<i64> = [5, 15, 20, 25].into_iter().filter(|value| band.holds(*value)).collect();
    println!("{hits:?}");
    println!("{band:?}");
}
