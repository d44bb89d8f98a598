//~ family: E0531-variant-typo
use std::collections::HashMap;

fn describe(stock: &HashMap<&str, u32>, item: &str) -> String {
    match stock.get(item) {
        Some(0) => format!("{item} sold out"),
        Some(count) => format!("{count} of {item}"),
        None => format!("no {item} here"),
    }
}

fn parse(text: &str) -> u32 {
    if let Ok(number) = text.parse::<u32>() { number } else { 0 }
}

fn main() {
    let stock = HashMap::from([("cup", parse("14")), ("bowl", parse("zero"))]);
    for item in ["cup", "bowl", "jug"] {
        println!("{}", describe(&stock, item));
    }
}
