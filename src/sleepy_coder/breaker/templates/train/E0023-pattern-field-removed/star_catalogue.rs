//~ family: E0023-pattern-field-removed
//~ vary Vega: Vega | Altair | Deneb
//~ vary i64: i64 | i32 | u32
struct Star(&'static str, i64, i64);
struct Galaxy(String, Vec<Star>);

fn nearest(galaxy: &Galaxy) -> Option<(&str, i64)> {
    let Galaxy(_, stars) = galaxy;
    stars
        .iter()
        .map(|Star(title, distance, _)| (*title, *distance))
        .min_by_key(|(_, distance)| *distance)
}

fn brightest(galaxy: &Galaxy) -> i64 {
    let mut peak = 0;
    for Star(_, _, glow) in &galaxy.1 {
        peak = peak.max(*glow);
    }
    peak
}

fn main() {
    let stars = vec![Star("Vega", 25, 40), Star("Rigel", 86, 90), Star("Sirius", 9, 71)];
    let galaxy = Galaxy("Milky Way".to_string(), stars);
    let Galaxy(label, _) = &galaxy;
    println!("{label}: peak glow {}", brightest(&galaxy));
    match nearest(&galaxy) {
        Some((title, distance)) => println!("{title} is {distance} light years away"),
        None => println!("{label} is dark"),
    }
}
