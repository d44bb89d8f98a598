//~ family: E0384-mut-removed
use std::collections::HashMap;

enum Step {
    Forward(u32),
    Turn { left: bool, times: u8 },
    Stop,
}

fn drive(step: Step) -> u32 {
    match step {
        Step::Forward(mut metres) => {
            if metres > 50 {
                metres = 50;
            }
            metres
        }
        Step::Turn { left: true, mut times } => {
            times %= 4;
            u32::from(times)
        }
        Step::Turn { .. } | Step::Stop => 0,
    }
}

fn lookup(prices: &HashMap<&str, u32>, name: &str) -> u32 {
    let mut key = name;
    let price;
    loop {
        if let Some(found) = prices.get(key) {
            price = *found;
            break;
        }
        key = match key.rsplit_once('/') {
            Some((head, _)) => head,
            None => return 0,
        };
    }
    if let Some(mut tax) = price.checked_sub(90) {
        tax /= 5;
        return price + tax;
    }
    price
}

fn main() {
    let prices = HashMap::from([("fruit", 120), ("fruit/fig", 40)]);
    println!("{} {}", lookup(&prices, "fruit/kiwi/green"), lookup(&prices, "fruit/fig"));
    println!("{} {}", drive(Step::Forward(75)), drive(Step::Turn { left: true, times: 7 }) + drive(Step::Stop));
}
