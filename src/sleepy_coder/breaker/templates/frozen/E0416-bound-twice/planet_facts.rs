//~ family: E0416-bound-twice
struct Planet(&'static str, f64, u32);

fn heavy(planets: &[Planet], least: f64) -> Vec<&'static str> {
    let mut heavy = vec![];
    for Planet(name, mass, _) in planets {
        if *mass > least {
            heavy.push(*name);
        }
    }
    heavy
}

fn moons(planets: &[Planet], wanted: &str) -> Option<(f64, u32)> {
    let found = planets.iter().find(|Planet(name, _, _)| *name == wanted)?;
    let Planet(_, mass, moons) = found;
    Some((*mass, *moons))
}

fn main() {
    let planets = [Planet("Aru", 0.8, 1), Planet("Beld", 14.5, 9), Planet("Coro", 3.1, 0)];
    println!("{:?}", heavy(&planets, 1.0));
    println!("{:?}", moons(&planets, "Beld"));
}
