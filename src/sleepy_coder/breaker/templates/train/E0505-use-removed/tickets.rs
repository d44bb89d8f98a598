//~ family: E0505-use-removed
//~ edition: 2024
struct Office {
    city: String,
    tickets: Vec<u32>,
}

impl Office {
    fn numbers(&self) -> impl Iterator<Item = u32> + use<> {
        self.tickets.clone().into_iter()
    }

    fn greeting(&self, name: &str) -> impl Fn() -> String + use<> {
        let text = format!("{name} in {}", self.city);
        move || text.clone()
    }
}

fn closed(office: Office) -> usize {
    office.tickets.len()
}

fn main() {
    let east = Office { city: String::from("Turku"), tickets: vec![14, 8] };
    let numbers = east.numbers();
    println!("{} closed", closed(east));
    println!("{:?}", numbers.collect::<Vec<_>>());
    let west = Office { city: String::from("Bergen"), tickets: vec![3] };
    let greet = west.greeting("Ola");
    println!("{} closed", closed(west));
    println!("{}", greet());
}
