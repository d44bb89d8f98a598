//~ family: E0382-loop-moved
#[derive(Debug)]
struct Guest {
    name: String,
    table: u8,
}

fn seated(guests: &[Guest], table: u8) -> usize {
    guests.iter().filter(|guest| guest.table == table).count()
}

fn main() {
    let guests = vec![
        Guest { name: String::from("Noor"), table: 1 },
        Guest { name: String::from("Piet"), table: 2 },
        Guest { name: String::from("Ada"), table: 1 },
    ];
    for guest in &guests {
        println!("{} sits at {}", guest.name, guest.table);
    }
    println!("table 1 has {}", seated(&guests, 1));
    let mut lengths = Vec::new();
    for guest in guests.iter() {
        lengths.push(guest.name.len());
    }
    println!("{} names, {:?}", guests.len(), lengths);
}
