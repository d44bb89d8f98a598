//~ family: E0277-map-err-removed
#[derive(Debug)]
enum MenuError {
    NoPrice,
    Price(std::num::ParseIntError),
}

struct Dish {
    name: String,
    cents: u32,
}

fn dish(line: &str) -> Result<Dish, MenuError> {
    let (name, price) = line.split_once(':').ok_or(MenuError::NoPrice)?;
    let cents = price.trim().parse::<u32>().map_err(MenuError::Price)?;
    Ok(Dish { name: name.to_string(), cents })
}

fn main() {
    for line in ["soup: 450", "bread", "tea: cheap"] {
        match dish(line) {
            Ok(dish) => println!("{} {}", dish.name, dish.cents),
            Err(error) => println!("{error:?}"),
        }
    }
}
