//~ family: E0062-field-twice
use std::collections::HashMap;
use std::rc::Rc;

#[derive(Debug, Clone, PartialEq)]
enum Plan {
    Scan {
        table: Rc<str>,
        rows: usize,
    },
    Join {
        left: Box<Plan>,
        right: Box<Plan>,
        on: String,
    },
}

struct Catalog<V> {
    sizes: HashMap<Rc<str>, V>,
    fallback: V,
}

impl Catalog<usize> {
    fn scan(&self, table: &str) -> Plan {
        let table: Rc<str> = table.into();
        match self.sizes.get(&table) {
            Some(&rows) => Plan::Scan { table, rows },
            None => Plan::Scan {
                rows: self.fallback,
                table: Rc::clone(&table),
            },
        }
    }

    fn join(&self, tables: &[&str], on: &str) -> Option<Plan> {
        let (first, rest) = tables.split_first()?;
        Some(rest.iter().fold(self.scan(first), |left, table| Plan::Join {
            left: Box::new(left),
            right: Box::new(self.scan(table)),
            on: on.to_lowercase(),
        }))
    }
}

fn cost(plan: &Plan) -> usize {
    match plan {
        Plan::Scan { rows, table } => rows + table.len(),
        Plan::Join { left, right, on } => cost(left) + cost(right) + on.len(),
    }
}

fn main() {
    let sizes = [("users", 40), ("orders", 90)]
        .into_iter()
        .map(|(table, size)| (table.into(), size))
        .collect();
    let catalog = Catalog { sizes, fallback: 10 };
    if let Some(plan) = catalog.join(&["users", "orders", "logs"], "ID") {
        println!("{} {}", cost(&plan), plan == catalog.scan("users"));
    }
}
