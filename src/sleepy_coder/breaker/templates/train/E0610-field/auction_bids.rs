//~ family: E0610-field
struct Lot {
    reserve: u32,
    bids: Vec<u32>,
}

fn outcome(lot: &Lot) -> Option<u32> {
    let highest = lot.bids.iter().copied().max()?;
    let reserve = lot.reserve;
    if highest < reserve {
        return None;
    }
    Some(highest)
}

fn fee(price: u32) -> u32 {
    let percent = if price > 500 { 8 } else { 12 };
    price * percent / 100
}

fn main() {
    let lots = vec![Lot { reserve: 100, bids: vec![90, 140] }, Lot { reserve: 800, bids: vec![650] }];
    for lot in &lots {
        match outcome(lot) {
            Some(price) => println!("sold {price}, fee {}", fee(price)),
            None => println!("back to the owner"),
        }
    }
}
