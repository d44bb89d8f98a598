//~ family: E0277-compare-reference
use std::collections::HashMap;

struct Desk {
    owners: HashMap<u16, String>,
}

impl Desk {
    fn of(&self, person: &str) -> Vec<u16> {
        let mut desks: Vec<u16> =
            self.owners.iter().filter(|(_, owner)| *owner == person).map(|(desk, _)| *desk).collect();
        desks.sort();
        desks
    }

    fn numbered(&self, wanted: u16) -> bool {
        self.owners.keys().any(|desk| *desk == wanted)
    }
}

fn main() {
    let owners = HashMap::from([(4, "Ines".to_string()), (9, "Bram".to_string()), (2, "Ines".to_string())]);
    let desk = Desk { owners };
    println!("{:?} {} {}", desk.of("Ines"), desk.numbered(9), desk.numbered(5));
}
