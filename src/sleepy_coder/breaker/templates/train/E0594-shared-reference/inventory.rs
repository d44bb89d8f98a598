//~ family: E0594-shared-reference
use std::collections::BTreeMap;

type Inventory = BTreeMap<&'static str, u32>;

fn sell(inventory: &mut Inventory, article: &str, amount: u32) -> Result<u32, String> {
    match inventory.get_mut(article) {
        Some(left) if *left >= amount => {
            *left -= amount;
            Ok(*left)
        }
        Some(left) => Err(format!("only {left} of {article}")),
        None => Err(format!("no {article}")),
    }
}

fn round_up(inventory: &mut Inventory) {
    for amount in inventory.values_mut() {
        *amount = amount.div_ceil(10) * 10;
    }
}

fn main() {
    let mut inventory = Inventory::from([("nails", 73), ("glue", 4)]);
    println!("{:?}", sell(&mut inventory, "nails", 20));
    println!("{:?}", sell(&mut inventory, "glue", 6));
    round_up(&mut inventory);
    println!("{inventory:?}");
}
