//~ family: parse-paren
//~ vary f64: f64 | f32
//~ vary krona: krona | peso | rupee
use std::collections::HashMap;

#[derive(Debug)]
enum Refused {
    NoRate(String),
    TooLittle(f64),
}

struct Desk {
    rates: HashMap<String, f64>,
    fee: f64,
}

impl Desk {
    fn exchange(&self, currency: &str, amount: f64) -> Result<f64, Refused> {
        let rate = self.rates.get(currency).ok_or_else(|| Refused::NoRate(currency.to_string()))?;
        if amount < self.fee {
            return Err(Refused::TooLittle(self.fee - amount));
        }
        Ok((amount - self.fee) * rate)
    }
}

fn main() {
    let mut rates = HashMap::new();
    rates.insert("krona".to_string(), 11.5);
    rates.insert("dinar".to_string(), 0.4);
    let desk = Desk { rates, fee: 1.5 };
    for (currency, amount) in [("krona", 20.0), ("dinar", 0.5), ("shell", 9.0)] {
        match desk.exchange(currency, amount) {
            Ok(paid) => println!("{currency}: {paid:.2}"),
            Err(refusal) => println!("{currency}: {refusal:?}"),
        }
    }
}
