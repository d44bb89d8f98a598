//~ family: E0600-negate
//~ vary u16: u16 | u32 | u8
#[derive(Debug)]
struct Order {
    what: String,
    amount: u16,
}

fn parse_order(line: &str) -> Result<Order, String> {
    let mut words = line.split_whitespace();
    let count_word = words.next().ok_or("empty order")?;
    let amount: u16 = count_word.parse().map_err(|_| format!("{} is no amount", count_word))?;
    let what = words.next().unwrap_or("bread").to_string();
    Ok(Order { what, amount })
}

fn main() {
    let mut sum: u16 = 0;
    for line in ["3 rolls", "12", "", "two buns"] {
        match parse_order(line) {
            Ok(order) => {
                let amount = order.amount;
                sum = sum + amount;
                println!("{} x {}", amount, order.what);
            }
            Err(reason) => println!("error: {}", reason),
        }
    }
    println!("{} pieces", sum);
}
