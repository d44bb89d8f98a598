//~ family: parse-colon
use std::collections::HashMap;

#[derive(PartialEq, Eq, Hash, Clone, Copy)]
enum Coin {
    Copper,
    Silver,
}

struct Machine {
    stock: HashMap<Coin, u32>,
}

impl Machine {
    fn empty() -> Machine {
        Machine { stock: HashMap::new() }
    }

    fn insert_coin(&mut self, coin: Coin) -> u32 {
        let held = self.stock.entry(coin).or_insert(0);
        *held += 1;
        *held
    }
}

fn main() {
    let mut machine = Machine::empty();
    machine.insert_coin(Coin::Silver);
    let silver = machine.insert_coin(Coin::Silver);
    let copper = machine.insert_coin(Coin::Copper);
    println!("{silver} {copper}");
    println!("{}", u32::max(silver, copper));
}
