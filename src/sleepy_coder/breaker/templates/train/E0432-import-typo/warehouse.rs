//~ family: E0432-import-typo
//~ vary u32: u32 | i32 | i64
//~ vary bolts: bolts | hinges | cables
use std::collections::BTreeSet;
use std::collections::HashMap as Stock;

#[derive(Debug, Clone)]
struct Delivery {
    article: String,
    amount: u32,
}

fn store(stock: &mut Stock<String, u32>, delivery: &Delivery) -> u32 {
    let slot = stock.entry(delivery.article.clone()).or_insert(0);
    *slot += delivery.amount;
    *slot
}

fn main() {
    let arrivals = vec![
        Delivery { article: String::from("bolts"), amount: 12 },
        Delivery { article: String::from("nails"), amount: 30 },
        Delivery { article: String::from("bolts"), amount: 5 },
    ];
    let mut stock = Stock::new();
    for delivery in &arrivals {
        let level = store(&mut stock, delivery);
        println!("{} now at {}", delivery.article, level);
    }
    let known: BTreeSet<String> = arrivals.iter().map(|d| d.article.clone()).collect();
    for article in &known {
        println!("{article}: {}", stock.get(article).copied().unwrap_or(0));
    }
}
