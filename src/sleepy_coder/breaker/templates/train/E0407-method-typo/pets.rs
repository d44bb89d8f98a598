//~ family: E0407-method-typo
trait Pet {
    fn name(&self) -> String;

    fn noise(&self) -> String {
        String::from("...")
    }

    fn legs(&self) -> u32 {
        4
    }
}

struct Cat;
struct Parrot {
    phrase: String,
}

impl Pet for Cat {
    fn name(&self) -> String {
        "cat".to_string()
    }

    fn noise(&self) -> String {
        String::from("meow")
    }
}

impl Pet for Parrot {
    fn name(&self) -> String {
        "parrot".to_string()
    }

    fn noise(&self) -> String {
        self.phrase.to_uppercase()
    }

    fn legs(&self) -> u32 {
        2
    }
}

fn main() {
    let pets: [&dyn Pet; 2] = [&Cat, &Parrot { phrase: "hello".to_string() }];
    for pet in pets {
        println!("{} says {} on {} legs", pet.name(), pet.noise(), pet.legs());
    }
}
