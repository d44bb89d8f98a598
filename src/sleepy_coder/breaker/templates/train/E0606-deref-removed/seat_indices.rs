//~ family: E0606-deref-removed
//~ vary u8: u8 | u16 | u32
const NAMES: [&str; 4] = ["Ute", "Nils", "Ada", "Kofi"];

fn seated(order: &[u8]) -> Vec<&'static str> {
    order.iter().map(|place| NAMES[*place as usize]).collect()
}

fn swap_first(order: &mut Vec<u8>) {
    if let Some(first) = order.first() {
        let place = *first as usize;
        order.swap(0, place);
    }
}

fn main() {
    let mut order = vec![2, 0, 3, 1];
    println!("{:?}", seated(&order));
    swap_first(&mut order);
    println!("{:?}", seated(&order));
}
