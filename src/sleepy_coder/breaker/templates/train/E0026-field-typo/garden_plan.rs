//~ family: E0026-field-typo
//~ vary tulip: tulip | daisy | peony
//~ vary i32: i32 | i64 | u32
#[derive(Debug, Clone)]
enum Plant {
    Flower { color: String, petals: i32 },
    Tree { height: i32 },
    Moss,
}

fn beauty(plant: &Plant) -> i32 {
    match plant {
        Plant::Flower { color, petals } if color.starts_with('r') => petals * 3,
        Plant::Flower { petals: amount, .. } => *amount,
        Plant::Tree { height: metres } => metres / 4,
        Plant::Moss => 1,
    }
}

fn repaint(plant: &mut Plant, fresh: &str) -> bool {
    if let Plant::Flower { color: paint, .. } = plant {
        *paint = fresh.to_string();
        return true;
    }
    false
}

fn main() {
    let mut beds = vec![Plant::Moss, Plant::Tree { height: 24 }];
    beds.push(Plant::Flower { color: "tulip pink".to_string(), petals: 6 });
    let before: i32 = beds.iter().map(beauty).sum();
    let painted = beds.iter_mut().filter_map(|bed| repaint(bed, "red").then_some(())).count();
    let after: i32 = beds.iter().map(beauty).sum();
    println!("{painted} painted, beauty {before} to {after}, {:?}", beds.last());
}
