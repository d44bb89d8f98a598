//~ family: E0423-struct-parens
//~ vary u32: u32 | u64
struct Meal {
    name: String,
    calories: u32,
}

fn parse(line: &str) -> Option<Meal> {
    let (name, number) = line.split_once(':')?;
    let calories = number.trim().parse().ok()?;
    Some(Meal { name: name.to_string(), calories })
}

fn lighter(left: Meal, right: Meal) -> Meal {
    if left.calories <= right.calories { left } else { right }
}

fn main() {
    let lines = ["soup: 240", "stew: 610", "mystery"];
    let meals: Vec<Meal> = lines.iter().filter_map(|line| parse(line)).collect();
    let water = Meal { name: "water".to_string(), calories: 0 };
    println!("{}", meals.len());
    let best = meals.into_iter().reduce(lighter).unwrap_or(water);
    println!("{} with {}", best.name, best.calories);
}
