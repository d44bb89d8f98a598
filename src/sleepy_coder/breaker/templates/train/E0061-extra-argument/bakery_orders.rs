//~ family: E0061-extra-argument
//~ vary u32: u32 | i32 | u64
//~ vary rye: rye | spelt | oat
#[derive(Debug, Clone)]
struct Order {
    bread: String,
    loaves: u32,
}

fn flour_needed(order: &Order) -> u32 {
    let per_loaf = if order.bread == "rye" { 6 } else { 5 };
    order.loaves * per_loaf
}

fn batches(loaves: u32, oven: u32) -> u32 {
    loaves / oven + u32::from(loaves % oven != 0)
}

fn largest(orders: &[Order]) -> Option<&Order> {
    orders.iter().max_by_key(|order| order.loaves)
}

fn main() {
    let orders = vec![
        Order { bread: "rye".to_string(), loaves: 14 },
        Order { bread: "brioche".to_string(), loaves: 9 },
    ];
    for order in &orders {
        let flour = flour_needed(order);
        println!("{}: {flour} flour in {} batches", order.bread, batches(order.loaves, 4));
    }
    if let Some(order) = largest(&orders) {
        println!("start with {:?}", order);
    }
}
