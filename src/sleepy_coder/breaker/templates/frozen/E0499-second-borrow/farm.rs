//~ family: E0499-second-borrow
use std::collections::BTreeMap;

#[derive(Default, Debug)]
struct Field {
    crop: Option<String>,
    hours: u32,
}

#[derive(Default)]
struct Farm {
    fields: BTreeMap<char, Field>,
    total: u32,
}

impl Farm {
    fn field(&mut self, letter: char) -> &mut Field {
        self.fields.entry(letter).or_default()
    }

    fn work(&mut self, letter: char, hours: u32) -> u32 {
        let field = self.field(letter);
        field.hours += hours;
        let total = &mut self.total;
        *total += hours;
        *total
    }
}

fn main() {
    let mut farm = Farm::default();
    let north = farm.field('n');
    north.crop = Some(String::from("rye"));
    let south = farm.field('s');
    south.crop = Some(String::from("hops"));
    println!("{} {}", farm.work('n', 7), farm.work('s', 4));
    println!("{:?}", farm.fields);
}
