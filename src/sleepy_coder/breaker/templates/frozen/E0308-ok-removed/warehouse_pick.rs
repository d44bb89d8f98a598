//~ family: E0308-ok-removed
//~ vary u32: u32 | u64 | usize
//~ vary bolts: bolts | hinges | washers
use std::collections::HashMap;

type Shelf = HashMap<&'static str, u32>;

fn pick(shelf: &mut Shelf, item: &str, wanted: u32) -> Result<u32, u32> {
    let stock = shelf.get_mut(item).ok_or(wanted)?;
    match stock.checked_sub(wanted) {
        Some(remaining) => {
            *stock = remaining;
            Ok(remaining)
        }
        None => Err(wanted - *stock),
    }
}

fn pick_all(shelf: &mut Shelf, order: &[(&str, u32)]) -> Result<Vec<u32>, u32> {
    let mut remainders = Vec::with_capacity(order.len());
    for (item, wanted) in order {
        remainders.push(pick(shelf, item, *wanted)?);
    }
    Ok(remainders)
}

fn main() {
    let mut shelf = Shelf::from([("bolts", 40), ("nuts", 25)]);
    let orders = [vec![("bolts", 15), ("nuts", 5)], vec![("nuts", 12), ("bolts", 30)]];
    for order in orders {
        println!("{:?}", pick_all(&mut shelf, &order));
    }
}
