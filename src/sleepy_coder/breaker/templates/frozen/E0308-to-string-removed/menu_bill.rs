//~ family: E0308-to-string-removed
//~ vary i32: i32 | i64 | u32
//~ vary soup: soup | curry | stew
use std::collections::BTreeMap;

type Prices = BTreeMap<String, i32>;

fn price_list() -> Prices {
    let mut prices = Prices::new();
    prices.insert("soup".to_string(), 7);
    prices.insert("bread".to_string(), 2);
    prices.insert("tea".to_string(), 3);
    prices
}

fn bill(order: &[&str], prices: &Prices) -> Result<i32, String> {
    let mut due = 0;
    for dish in order {
        match prices.get(*dish) {
            Some(price) => due += price,
            None => return Err(dish.to_string()),
        }
    }
    if order.is_empty() {
        Err("nothing ordered".to_string())
    } else {
        Ok(due)
    }
}

fn main() {
    let prices = price_list();
    for order in [vec!["soup", "tea", "tea"], vec!["cake"], vec![]] {
        match bill(&order, &prices) {
            Ok(due) => println!("{} dishes cost {due}", order.len()),
            Err(problem) => println!("refused: {problem}"),
        }
    }
}
