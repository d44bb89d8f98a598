//~ family: E0382-closure-moved
struct Item {
    name: String,
    cents: u32,
}

fn reduced(items: &[Item], percents: Vec<u32>) -> Vec<u32> {
    let price = |at: usize| items[at].cents * (100 - percents[at]) / 100;
    let reduced: Vec<u32> = (0..items.len()).map(price).collect();
    println!("{} discounts", percents.len());
    reduced
}

fn main() {
    let items = vec![
        Item { name: String::from("lamp"), cents: 4000 },
        Item { name: String::from("rug"), cents: 9000 },
    ];
    let shop = String::from("Corner");
    let tag = |item: &Item| format!("{}@{}", item.name, shop);
    for item in &items {
        println!("{}", tag(item));
    }
    println!("{shop}: {:?}", reduced(&items, vec![10, 25]));
}
