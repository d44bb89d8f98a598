//~ family: parse-semicolon
//~ vary u32: u32 | i32 | u16
//~ vary copper: copper | clay | marble
#[derive(Debug)]
struct Jug {
    material: &'static str,
    holds: u32,
    filled: u32,
}

fn pour(source: &mut Jug, sink: &mut Jug) -> u32 {
    let room = sink.holds.saturating_sub(sink.filled);
    let moved = if source.filled < room { source.filled } else { room };
    source.filled -= moved;
    sink.filled += moved;
    moved
}

fn main() {
    let mut copper = Jug { material: "copper", holds: 8, filled: 8 };
    let mut small = Jug { material: "tin", holds: 3, filled: 0 };
    let mut poured = Vec::new();
    while copper.filled > 1 && poured.len() < 20 {
        let moved = pour(&mut copper, &mut small);
        poured.push(moved);
        if small.filled == small.holds {
            small.filled = 0;
        }
    }
    let log: Vec<String> = poured.iter().map(u32::to_string).collect();
    println!("{} emptied by {}", copper.material, log.join(", "));
    println!("{small:?}");
}
