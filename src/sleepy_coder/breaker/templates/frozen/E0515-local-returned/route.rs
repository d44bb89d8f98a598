//~ family: E0515-local-returned
struct Stop {
    name: String,
    minutes: u32,
}

fn signs(stops: &[Stop]) -> Vec<(usize, String)> {
    let mut signs = Vec::new();
    let texts: Vec<_> = stops
        .iter()
        .map(|stop| {
            let mut text = stop.name.to_lowercase();
            text.truncate(4);
            text
        })
        .collect();
    for (stop, text) in stops.iter().zip(&texts) {
        signs.push((stop.minutes as usize, text.to_string()));
    }
    signs
}

fn terminus(stops: &[Stop]) -> &str {
    let last = &stops[stops.len() - 1];
    &last.name
}

fn main() {
    let stops = vec![
        Stop { name: String::from("Harbour"), minutes: 0 },
        Stop { name: String::from("Museum"), minutes: 6 },
    ];
    println!("{:?}", signs(&stops));
    println!("to {}", terminus(&stops));
}
