//~ family: E0373-move-removed
//~ vary i32: i32 | i64 | u32
fn percent_off(percent: i32) -> impl Fn(i32) -> i32 {
    move |price| price * percent / 100
}

fn flat_off(amount: i32, minimum: i32) -> Box<dyn Fn(i32) -> i32> {
    if minimum > 90 {
        return Box::new(move |_| amount);
    }
    Box::new(|price| price / 10)
}

struct Basket {
    prices: Vec<i32>,
}

impl Basket {
    fn saved(&self, rule: &dyn Fn(i32) -> i32) -> i32 {
        self.prices.iter().map(|price| rule(*price)).sum()
    }
}

fn main() {
    let basket = Basket { prices: vec![40, 25, 60] };
    let quarter = percent_off(25);
    println!("quarter off saves {}", basket.saved(&quarter));
    for minimum in [50, 95] {
        let rule = flat_off(5, minimum);
        println!("flat rule with minimum {minimum} saves {}", basket.saved(&rule));
    }
}
