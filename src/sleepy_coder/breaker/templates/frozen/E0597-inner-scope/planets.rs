//~ family: E0597-inner-scope
#[derive(Clone)]
struct Planet {
    name: String,
    moons: Vec<String>,
}

fn planets() -> Vec<Planet> {
    let mars = vec!["Phobos".to_string(), "Deimos".to_string()];
    vec![
        Planet { name: "Mars".to_string(), moons: mars },
        Planet { name: "Venus".to_string(), moons: Vec::new() },
    ]
}

fn main() {
    let mut shown: Vec<&Planet> = Vec::new();
    let system = planets();
    for planet in &system {
        if !planet.moons.is_empty() {
            shown.push(planet);
        }
    }
    for planet in shown {
        println!("{}: {}", planet.name, planet.moons.join(", "));
    }
    let mut letters = Vec::new();
    for planet in planets() {
        let initial = planet.name.to_lowercase();
        letters.push(initial);
    }
    println!("{}", letters.join(""));
}
