//~ family: E0063-field
//~ vary f32: f32 | f64
trait Describe {
    fn describe(&self) -> String;
}

struct Animal<'a> {
    species: &'a str,
    weight: f32,
    legs: u8,
}

impl<'a> Describe for Animal<'a> {
    fn describe(&self) -> String {
        format!("{} on {} legs, {:.1} kg", self.species, self.legs, self.weight)
    }
}

fn hatch<'a>(species: &'a str, legs: u8) -> Animal<'a> {
    let weight = legs as f32 * 0.75;
    Animal { species, weight, legs }
}

fn main() {
    let zoo: Vec<Box<dyn Describe>> = vec![Box::new(hatch("emu", 2)), Box::new(hatch("ant", 6))];
    for animal in zoo {
        println!("{}", animal.describe());
    }
}
