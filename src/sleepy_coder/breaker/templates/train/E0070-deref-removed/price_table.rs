//~ family: E0070-deref-removed
use std::collections::BTreeMap;

fn update(prices: &mut BTreeMap<String, f64>, lines: &[&str]) -> Option<()> {
    for line in lines {
        let (name, price) = line.split_once(' ')?;
        *prices.entry(name.to_string()).or_insert(0.0) = price.parse().ok()?;
    }
    Some(())
}

fn halve(prices: &mut BTreeMap<String, f64>, name: &str) -> Option<f64> {
    let half = prices.get(name)? / 2.0;
    *prices.get_mut(name)? = half;
    Some(half)
}

fn main() {
    let mut prices = BTreeMap::new();
    update(&mut prices, &["tea 3.5", "rice 2", "tea 4"]);
    println!("{:?} {:?}", halve(&mut prices, "tea"), halve(&mut prices, "salt"));
    println!("{prices:?}");
}
