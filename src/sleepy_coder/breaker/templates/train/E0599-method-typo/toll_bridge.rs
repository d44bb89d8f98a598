//~ family: E0599-method-typo
struct Bridge {
    toll: u32,
    crossings: Vec<u32>,
}

impl Bridge {
    fn cross(&mut self, axles: u32) -> u32 {
        let price = self.price_for(axles);
        self.crossings.push(price);
        price
    }

    fn price_for(&self, axles: u32) -> u32 {
        self.toll * axles.max(2)
    }

    fn income(&self) -> u32 {
        self.crossings.iter().sum()
    }
}

fn main() {
    let mut bridge = Bridge { toll: 3, crossings: Vec::new() };
    let first = bridge.cross(5);
    bridge.cross(1);
    let total = bridge.income();
    println!("{first} {total}");
}
