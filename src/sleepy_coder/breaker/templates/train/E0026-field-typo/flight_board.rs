//~ family: E0026-field-typo
//~ vary Lisbon: Lisbon | Oslo | Quito
//~ vary u32: u32 | i32 | u64
struct Flight {
    destination: String,
    gate: char,
    delay: u32,
}

fn announce(flight: &Flight) -> String {
    let Flight { destination, gate, delay: minutes } = flight;
    if *minutes > 10 {
        format!("{destination}: late by {minutes}, stay near {gate}")
    } else {
        format!("{destination}: boarding at {gate}")
    }
}

fn total_delay(flights: &[Flight]) -> u32 {
    flights.iter().map(|Flight { delay, .. }| delay).sum()
}

fn main() {
    let mut flights = vec![
        Flight { destination: "Lisbon".to_string(), gate: 'C', delay: 45 },
        Flight { destination: "Cairo".to_string(), gate: 'A', delay: 0 },
    ];
    flights.sort_by(|left, right| left.gate.cmp(&right.gate));
    for flight in &flights {
        println!("{}", announce(flight));
    }
    println!("{} minutes lost today", total_delay(&flights));
}
