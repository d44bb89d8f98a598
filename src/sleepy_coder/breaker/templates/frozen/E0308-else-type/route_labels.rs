//~ family: E0308-else-type
//~ vary u32: u32 | u16
fn label(stops: &[&str], zone: u32) -> String {
    let base = if stops.len() > 2 { stops.join("-") } else { stops[0].to_string() };
    let suffix = if zone > 1 {
        format!(" (zone {zone})")
    } else if zone == 1 {
        String::from(" (centre)")
    } else {
        String::from("")
    };
    base + &suffix
}

fn main() {
    println!("{}", label(&["dock", "mill", "hill"], 3));
    println!("{}", label(&["dock"], 1));
    println!("{}", label(&["gate", "park"], 0));
}
