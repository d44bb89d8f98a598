//~ family: E0392-lifetime-added
type Cents = i64;

struct Item {
    label: &'static str,
    cents: Cents,
}

enum Budget {
    Leaf(Item),
    Group { name: String, parts: Vec<Budget> },
}

struct Totals {
    sum: Cents,
    groups: usize,
    largest: Option<Item>,
}

fn add(totals: Totals, budget: Budget) -> Totals {
    match budget {
        Budget::Leaf(item) => {
            let sum = totals.sum + item.cents;
            let largest = match totals.largest {
                Some(known) if known.cents >= item.cents => Some(known),
                _ => Some(item),
            };
            Totals { sum, largest, ..totals }
        }
        Budget::Group { name, parts } => {
            let groups = totals.groups + usize::from(!name.is_empty());
            parts.into_iter().fold(Totals { groups, ..totals }, add)
        }
    }
}

fn main() {
    let leaf = |label, cents| Budget::Leaf(Item { label, cents });
    let home = Budget::Group { name: "home".into(), parts: vec![leaf("rent", 70000), leaf("gas", 4500)] };
    let all = Budget::Group { name: String::new(), parts: vec![home, leaf("bus", 5200)] };
    let totals = add(Totals { sum: 0, groups: 0, largest: None }, all);
    println!("{} in {} groups, {:?}", totals.sum, totals.groups, totals.largest.map(|item| item.label));
}
