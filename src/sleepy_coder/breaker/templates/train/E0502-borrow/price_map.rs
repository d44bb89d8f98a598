//~ family: E0502-borrow
//~ vary HashMap: HashMap | BTreeMap
//~ vary u32: u32 | i64 | u64
use std::collections::HashMap;

const BASE: &str = "flour";

fn raise(prices: &mut HashMap<&'static str, u32>, by: u32) -> Option<u32> {
    let old = prices[BASE];
    prices.insert(BASE, old + by);
    let change = prices.get(BASE)? - old;
    prices.insert("bread", change + 3);
    Some(change)
}

fn main() {
    let mut prices = HashMap::new();
    prices.insert(BASE, 12);
    println!("{:?}", raise(&mut prices, 5));
    let now = prices[BASE];
    prices.remove("bread");
    println!("now {} in a list of {}", now, prices.len());
}
