//~ family: E0277-map-err-removed
use std::collections::HashMap;
use std::fmt;

#[derive(Debug)]
struct OutOfStock(u32);

impl fmt::Display for OutOfStock {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "only {} left", self.0)
    }
}

struct Shop {
    stock: HashMap<&'static str, u32>,
}

impl Shop {
    fn take(&mut self, item: &str, count: u32) -> Result<u32, OutOfStock> {
        let left = self.stock.get_mut(item).ok_or(OutOfStock(0))?;
        if *left < count {
            return Err(OutOfStock(*left));
        }
        *left -= count;
        Ok(*left)
    }
}

fn order(shop: &mut Shop, lines: &[(&str, u32)]) -> Result<u32, String> {
    let mut rest = 0;
    for (item, count) in lines {
        rest += shop.take(item, *count).map_err(|problem| problem.to_string())?;
    }
    Ok(rest)
}

fn main() {
    let mut shop = Shop { stock: HashMap::from([("lamp", 5), ("cord", 9)]) };
    println!("{:?}", order(&mut shop, &[("lamp", 2), ("cord", 4)]));
    println!("{:?}", order(&mut shop, &[("lamp", 4)]));
}
