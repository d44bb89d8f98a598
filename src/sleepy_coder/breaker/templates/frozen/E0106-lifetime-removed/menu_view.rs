//~ family: E0106-lifetime-removed
//~ vary i32: i32 | i64 | u32
#[derive(Debug)]
struct Dish {
    title: String,
    price: i32,
}

#[derive(Debug)]
struct Offer<'m> {
    dish: &'m Dish,
    note: &'m str,
}

fn cheapest<'m>(menu: &'m [Dish], note: &'m str) -> Option<Offer<'m>> {
    let dish = menu.iter().min_by_key(|dish| dish.price)?;
    Some(Offer { dish, note })
}

fn better<'m>(left: &'m Dish, right: &'m Dish) -> &'m Dish {
    if left.price <= right.price { left } else { right }
}

fn main() {
    let menu: Vec<Dish> = [("soup", 6), ("curry", 13), ("tart", 5)]
        .into_iter()
        .map(|(title, price)| Dish { title: title.to_owned(), price })
        .collect();
    if let Some(offer) = cheapest(&menu, "today only") {
        println!("{} for {} ({})", offer.dish.title, offer.dish.price, offer.note);
        let special = Dish { title: "stew".to_owned(), price: 4 };
        println!("really best: {:?}", better(offer.dish, &special));
    }
}
