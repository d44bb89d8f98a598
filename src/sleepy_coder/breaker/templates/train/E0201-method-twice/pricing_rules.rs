//~ family: E0201-method-twice
struct Cart {
    items: Vec<(String, u32)>,
}

trait Discount {
    fn label(&self) -> String;
    fn percent(&self, cart: &Cart) -> u32;
    fn apply(&self, cart: &Cart) -> u32 {
        let full: u32 = cart.items.iter().map(|(_, price)| price).sum();
        full * (100 - self.percent(cart)) / 100
    }
}

struct Bulk {
    from: usize,
}

impl Discount for Bulk {
    fn label(&self) -> String {
        format!("bulk of {}", self.from)
    }

    fn percent(&self, cart: &Cart) -> u32 {
        if cart.items.len() >= self.from { 15 } else { 0 }
    }

    fn apply(&self, cart: &Cart) -> u32 {
        cart.items.iter().map(|(_, price)| price * (100 - self.percent(cart)) / 100).sum()
    }
}

fn main() {
    let cart = Cart { items: vec![("tea".to_string(), 399), ("cup".to_string(), 250)] };
    for from in [2, 3] {
        let bulk = Bulk { from };
        println!("{}: {}", bulk.label(), bulk.apply(&cart));
    }
}
