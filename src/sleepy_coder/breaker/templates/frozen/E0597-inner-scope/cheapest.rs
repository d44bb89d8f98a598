//~ family: E0597-inner-scope
struct Offer {
    shop: String,
    price: u32,
}

fn offers(day: u32) -> Vec<Offer> {
    ["east", "west"]
        .iter()
        .enumerate()
        .map(|(at, shop)| Offer { shop: shop.to_string(), price: day + 7 * at as u32 })
        .collect()
}

fn main() {
    let normal = Offer { shop: String::from("main"), price: 30 };
    let mut best = &normal;
    let today = offers(12);
    for offer in &today {
        if offer.price < best.price {
            best = offer;
        }
    }
    println!("{} for {}", best.shop, best.price);
    let last = Offer { shop: String::from("late"), price: 5 };
    if best.price > 8 {
        best = &last;
    }
    println!("{} for {}", best.shop, best.price);
}
