//~ family: E0004-guard
//~ vary u32: u32 | u64 | i32
use std::collections::BTreeMap;

#[derive(Debug)]
enum Action {
    Order(u32),
    Watch,
    Nothing,
}

fn action(stock: Option<&u32>, wanted: u32) -> Action {
    match stock {
        None => Action::Order(wanted),
        Some(count) if *count < wanted => Action::Watch,
        Some(_) => Action::Nothing,
    }
}

fn main() {
    let stock = BTreeMap::from([("bolt", 40), ("nut", 5)]);
    for name in ["bolt", "nut", "washer"] {
        println!("{name} {:?}", action(stock.get(name), 10));
    }
}
