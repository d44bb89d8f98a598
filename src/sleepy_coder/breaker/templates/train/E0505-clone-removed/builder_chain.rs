//~ family: E0505-clone-removed
use std::collections::BTreeSet;

#[derive(Clone, Default)]
struct Query {
    table: String,
    filters: Vec<String>,
}

trait Finish: Sized {
    fn finish(self) -> String;
}

impl Query {
    fn filter(mut self, text: &str) -> Self {
        self.filters.push(text.to_string());
        self
    }
}

impl Finish for Query {
    fn finish(self) -> String {
        format!("from {} where {}", self.table, self.filters.join(" and "))
    }
}

impl Finish for BTreeSet<u8> {
    fn finish(self) -> String {
        self.into_iter()
            .map(|number| number.to_string())
            .collect::<Vec<_>>()
            .join("|")
    }
}

fn both<T: Finish + Clone>(value: T, name: fn(&T) -> &str) -> String {
    let label = name(&value);
    let text = value.clone().finish();
    format!("{label}: {text}")
}

fn main() {
    let base = Query {
        table: "ships".to_owned(),
        ..Query::default()
    }
    .filter("tons > 5");
    let table = base.table.as_str();
    let [first, ..] = base.filters.as_slice() else { return };
    let young = base.clone().filter("year > 1990");
    println!("{table} {first} {}", young.filters.len());
    println!("{}", both(young, |query| &query.table));
    let numbers = BTreeSet::from([7, 4, 9]);
    let low = numbers.first();
    let all = numbers.clone().finish();
    match low {
        Some(low) => println!("{all} from {low}"),
        None => println!("nothing"),
    }
}
