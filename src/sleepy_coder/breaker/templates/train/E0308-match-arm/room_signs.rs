//~ family: E0308-match-arm
enum Room {
    Office(u32),
    Kitchen,
    Store { shelf: char },
}

fn sign(room: &Room) -> String {
    let text = match room {
        Room::Office(number) => format!("office {number}"),
        Room::Kitchen => "kitchen".to_string(),
        Room::Store { shelf: 'a' } => String::from("cold store"),
        Room::Store { .. } => "store".to_owned(),
    };
    text.to_uppercase()
}

fn main() {
    for room in [Room::Office(4), Room::Kitchen, Room::Store { shelf: 'a' }, Room::Store { shelf: 'c' }] {
        println!("{}", sign(&room));
    }
}
