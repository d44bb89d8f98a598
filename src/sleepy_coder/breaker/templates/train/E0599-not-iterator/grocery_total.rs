//~ family: E0599-not-iterator
//~ vary u32: u32 | i32 | u64 | u16
struct Basket {
    labels: Vec<String>,
    cents: Vec<u32>,
}

impl Basket {
    fn put(&mut self, label: &str, cents: u32) {
        self.labels.push(label.to_string());
        self.cents.push(cents);
    }

    fn total(&self) -> u32 {
        self.cents.iter().copied().sum()
    }

    fn dear(&self, limit: u32) -> usize {
        self.cents.iter().filter(|cents| **cents > limit).count()
    }
}

fn main() {
    let mut basket = Basket { labels: Vec::new(), cents: Vec::new() };
    basket.put("bread", 32);
    basket.put("milk", 11);
    basket.put("olives", 54);
    println!("total {}, {} dear", basket.total(), basket.dear(30));
    println!("{:?}", basket.labels);
}
