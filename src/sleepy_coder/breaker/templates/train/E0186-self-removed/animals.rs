//~ family: E0186-self-removed
trait Animal {
    fn name(&self) -> String;
    fn legs(&self) -> u32;
}

struct Bird;
struct Centipede {
    pairs: u32,
}

impl Animal for Bird {
    fn name(&self) -> String {
        "bird".to_string()
    }

    fn legs(&self) -> u32 {
        2
    }
}

impl Animal for Centipede {
    fn name(&self) -> String {
        "centipede".to_string()
    }

    fn legs(&self) -> u32 {
        self.pairs * 2
    }
}

fn main() {
    let zoo: Vec<Box<dyn Animal>> = vec![Box::new(Bird), Box::new(Centipede { pairs: 15 })];
    for animal in &zoo {
        println!("{} {}", animal.name(), animal.legs());
    }
}
