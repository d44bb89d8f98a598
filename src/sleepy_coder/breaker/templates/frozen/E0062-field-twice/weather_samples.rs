//~ family: E0062-field-twice
//~ vary f32: f32 | f64
//~ vary max: max | min
use std::collections::HashMap;

struct Extremes {
    high: f32,
    readings: usize,
}

fn collect_extremes(lines: &[(&'static str, f32)]) -> HashMap<&'static str, Extremes> {
    let mut found: HashMap<&'static str, Extremes> = HashMap::new();
    for &(city, degrees) in lines {
        let fresh = match found.get(city) {
            Some(known) => Extremes { high: known.high.max(degrees), readings: known.readings + 1 },
            None => Extremes { high: degrees, readings: 1 },
        };
        found.insert(city, fresh);
    }
    found
}

fn main() {
    let found = collect_extremes(&[("Turin", 21.5), ("Bergen", 12.0), ("Turin", 26.0)]);
    let mut cities: Vec<_> = found.iter().collect();
    cities.sort_by_key(|(city, _)| **city);
    for (city, extremes) in cities {
        println!("{:<8}{:>5} ({})", city, extremes.high, extremes.readings);
    }
}
