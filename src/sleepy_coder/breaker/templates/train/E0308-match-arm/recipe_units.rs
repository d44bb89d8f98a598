//~ family: E0308-match-arm
use std::collections::BTreeMap;

fn pantry() -> BTreeMap<String, Vec<u32>> {
    BTreeMap::from([("flour".to_string(), vec![3, 1]), ("salt".to_string(), vec![2])])
}

fn amounts(stock: &BTreeMap<String, Vec<u32>>, what: &str) -> Vec<u32> {
    let mut found = match stock.get(what) {
        None => Vec::new(),
        Some(list) if list.len() == 1 => list.to_vec(),
        Some(list) => {
            println!("{} packs", list.len());
            list.clone()
        }
    };
    found.push(9);
    found
}

fn main() {
    let stock = pantry();
    for what in ["flour", "salt", "rye"] {
        println!("{what} {:?}", amounts(&stock, what));
    }
}
