//~ family: E0382-loop-moved
//~ vary HashMap: BTreeMap
//~ vary u32: u32 | u64 | usize
use std::collections::BTreeMap;

struct Warehouse {
    log: Vec<String>,
}

impl Warehouse {
    fn receive(&mut self, delivery: BTreeMap<String, u32>) -> u32 {
        let mut boxes = 0;
        for (article, amount) in &delivery {
            self.log.push(format!("{amount} x {article}"));
            boxes += amount;
        }
        if delivery.is_empty() {
            self.log.push(String::from("nothing came"));
        }
        boxes
    }
}

fn main() {
    let mut warehouse = Warehouse { log: Vec::new() };
    let mut delivery = BTreeMap::new();
    delivery.insert(String::from("hinge"), 40);
    delivery.insert(String::from("screw"), 900);
    let boxes = warehouse.receive(delivery);
    println!("{boxes} boxes");
    for line in &warehouse.log {
        println!("- {line}");
    }
    println!("{} lines", warehouse.log.len());
}
