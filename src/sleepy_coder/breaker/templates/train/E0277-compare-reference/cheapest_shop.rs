//~ family: E0277-compare-reference
//~ vary u32: u32 | u64 | i32
fn shops(prices: &[(&str, u32)]) -> Vec<String> {
    let Some(lowest) = prices.iter().map(|(_, price)| *price).min() else {
        return Vec::new();
    };
    let mut names = Vec::new();
    for (name, price) in prices {
        if *price == lowest {
            names.push(name.to_string());
        }
    }
    names
}

fn main() {
    let prices = [("Corner", 14), ("Market", 11), ("Dock", 11)];
    println!("{:?}", shops(&prices));
    let dear = prices.iter().any(|(name, price)| *price != 11 && name.len() > 5);
    println!("{dear}");
}
