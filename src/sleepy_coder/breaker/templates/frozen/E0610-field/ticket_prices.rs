//~ family: E0610-field
//~ vary u32: u32 | u64
use std::collections::BTreeMap;

struct Office {
    prices: BTreeMap<&'static str, u32>,
    surcharge: u32,
}

impl Office {
    fn quote(&self, kind: &str, people: u32) -> Result<u32, String> {
        let price = *self.prices.get(kind).ok_or("unknown kind")?;
        let total = price * people;
        let extra = self.surcharge;
        Ok(total + extra)
    }
}

fn main() {
    let office = Office { prices: BTreeMap::from([("day", 11), ("week", 45)]), surcharge: 2 };
    println!("{:?}", office.quote("week", 3));
    println!("{:?}", office.quote("year", 1));
}
