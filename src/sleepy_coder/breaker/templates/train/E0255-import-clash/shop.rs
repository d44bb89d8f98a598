//~ family: E0255-import-clash
mod stock {
    pub struct Item {
        pub name: &'static str,
        pub count: u32,
    }

    pub fn is_low(item: &Item) -> bool {
        item.count < 3
    }
}

mod prices {
    pub const VAT: u32 = 20;

    pub fn gross(net: u32) -> u32 {
        net + net * VAT / 100
    }
}

use prices::{VAT, gross};
use stock::{Item, is_low};

fn main() {
    let items = [Item { name: "glue", count: 2 }, Item { name: "tape", count: 9 }];
    for item in items.iter().filter(|item| is_low(item)) {
        println!("{} at {} with {}%", item.name, gross(250), VAT);
    }
}
