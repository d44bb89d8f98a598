//~ family: E0308-question-removed
//~ vary u32: u32 | u64 | usize
use std::collections::BTreeMap;
use std::io;

#[derive(Debug, Clone, PartialEq)]
struct Offer {
    price: u32,
    stock: u32,
}

#[derive(Default)]
struct Market {
    offers: BTreeMap<String, Offer>,
}

fn missing(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::NotFound, what)
}

fn combine(one: &Offer, other: &Offer, spread: u32) -> u32 {
    one.price * other.stock + spread
}

impl Market {
    fn find(&self, what: &str) -> io::Result<&Offer> {
        self.offers.get(what).ok_or_else(|| missing(what))
    }

    fn swap_value(&self, mine: &str, theirs: &str) -> io::Result<u32> {
        let spread = |low: u32| -> io::Result<u32> {
            let high: u32 = self.find(theirs)?.price.max(low);
            high.checked_sub(low).ok_or_else(|| missing("spread"))
        };
        Ok(combine(self.find(mine)?, self.find(theirs)?, spread(1)?))
    }

    fn restock(&mut self, from: &str, to: &str) -> io::Result<()> {
        let Offer { price, stock } = self.find(from)?.clone();
        let renewed = Offer {
            price: price + 1,
            stock,
        };
        self.offers.insert(to.to_owned(), renewed);
        Ok(())
    }
}

fn main() -> io::Result<()> {
    let mut market = Market::default();
    market.offers.insert("wool".to_owned(), Offer { price: 7, stock: 30 });
    market.restock("wool", "yarn")?;
    let worth: u32 = market.swap_value("wool", "yarn")?;
    println!("{worth} {}", market.swap_value("wool", "silk").is_err());
    Ok(())
}
