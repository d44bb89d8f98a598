//~ family: E0308-deref-removed
//~ vary u32: u32 | i32 | i64
//~ vary depot: depot | castle | harbor
use std::collections::HashMap;

const SURCHARGE: u32 = 4;

fn fare(zones: &HashMap<&str, u32>, stop: &str) -> u32 {
    match zones.get(stop) {
        Some(zone) => with_surcharge(*zone),
        None => 0,
    }
}

fn with_surcharge(zone: u32) -> u32 {
    if zone > 2 { zone * 3 + SURCHARGE } else { zone * 3 }
}

fn cheapest(fares: &[u32]) -> u32 {
    let mut low = u32::MAX;
    for fare in fares {
        if *fare < low {
            low = *fare;
        }
    }
    low
}

fn main() {
    let mut zones: HashMap<&str, u32> = HashMap::new();
    for (number, stop) in ["market", "museum", "airport"].iter().enumerate() {
        zones.insert(*stop, number as u32 + 1);
    }
    let fares: Vec<u32> = ["museum", "airport"].iter().map(|stop| fare(&zones, stop)).collect();
    println!("{fares:?}, cheapest {}", cheapest(&fares));
    println!("unknown depot costs {}", fare(&zones, "depot"));
}
