//~ family: E0505-use-removed
//~ edition: 2024
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
enum Level {
    Low,
    Middle,
    High,
}

fn above(least: &Level) -> impl Fn(Level) -> bool + use<> {
    let least = *least;
    move |level| level > least
}

fn names(levels: &[Level]) -> impl Iterator<Item = String> + use<> {
    let names: Vec<String> = levels.iter().map(|level| format!("{level:?}")).collect();
    names.into_iter().rev()
}

fn main() {
    let mut least = Level::Low;
    let passes = above(&least);
    least = Level::High;
    println!("{} {:?}", passes(Level::Middle), least);
    let levels = vec![Level::Middle, Level::High, least];
    let names = names(&levels);
    drop(levels);
    println!("{}", names.collect::<Vec<_>>().join(","));
}
