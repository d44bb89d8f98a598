//~ family: E0404-not-a-trait
//~ vary u32: u32 | u64
struct Basket {
    prices: Vec<u32>,
}

enum Season {
    Winter,
    Summer,
}

trait Rule {
    fn saving(&self, basket: &Basket) -> u32;
}

struct FlatRule(u32);

impl Rule for FlatRule {
    fn saving(&self, basket: &Basket) -> u32 {
        if basket.prices.len() > 2 { self.0 } else { 0 }
    }
}

impl Rule for Season {
    fn saving(&self, basket: &Basket) -> u32 {
        let total: u32 = basket.prices.iter().sum();
        match self {
            Season::Winter => total / 10,
            Season::Summer => total / 20,
        }
    }
}

fn apply<R: Rule>(basket: &Basket, rule: &R) -> u32 {
    basket.prices.iter().sum::<u32>() - rule.saving(basket)
}

fn main() {
    let basket = Basket { prices: vec![40, 25, 60] };
    println!("flat {}", apply(&basket, &FlatRule(15)));
    println!("winter {} summer {}", apply(&basket, &Season::Winter), apply(&basket, &Season::Summer));
}
