//~ family: E0599-not-iterator
//~ vary f64: f64 | f32
#[derive(Debug, PartialEq)]
enum Plant {
    Herb,
    Tree { height: f64 },
}

fn main() {
    let plants = vec![Plant::Herb, Plant::Tree { height: 2.5 }, Plant::Tree { height: 4.0 }, Plant::Herb];
    let mut tallest = 0.1;
    for plant in &plants {
        if let Plant::Tree { height } = plant {
            tallest = f64::max(tallest, *height);
        }
    }
    println!("tallest {}", tallest);
    let herbs = plants.iter().filter(|plant| **plant == Plant::Herb).count();
    let tail: Vec<&Plant> = plants.iter().skip(1).collect();
    println!("{} herbs, then {:?}", herbs, tail);
}
