//~ family: E0277-collect-ref
//~ vary u32: u32 | i32 | u64 | u16
//~ vary sort: sort | sort_unstable
struct Market {
    prices: Vec<u32>,
}

impl Market {
    fn below(&self, limit: u32) -> Vec<u32> {
        self.prices.iter().filter(|price| **price < limit).copied().collect()
    }

    fn sorted_prices(&self) -> Vec<u32> {
        let mut all: Vec<u32> = self.prices.iter().copied().collect();
        all.sort();
        all
    }
}

fn main() {
    let market = Market { prices: vec![45, 12, 30, 8, 27] };
    println!("cheap: {:?}", market.below(28));
    println!("sorted: {:?}", market.sorted_prices());
}
