//~ family: E0609-typo
//~ vary u16: u16 | u32 | i32
//~ vary Viola: Viola | Hamid | Greta
//~ vary max_by_key: max_by_key | min_by_key
struct Guest {
    surname: &'static str,
    nights: u16,
}

struct Room {
    number: u16,
    occupant: Option<Guest>,
    rate: u16,
}

mod billing {
    use super::Room;

    pub struct Invoice {
        pub total: u16,
        pub reference: String,
    }

    pub fn invoice(room: &Room) -> Option<Invoice> {
        let guest = room.occupant.as_ref()?;
        let total = room.rate * guest.nights;
        let reference = format!("{}-{}", guest.surname, room.number);
        Some(Invoice { total, reference })
    }
}

fn main() {
    let viola = Guest { surname: "Viola", nights: 3 };
    let rooms = [
        Room { number: 12, occupant: Some(viola), rate: 60 },
        Room { number: 14, occupant: None, rate: 75 },
    ];
    for bill in rooms.iter().filter_map(billing::invoice) {
        println!("{} owes {}", bill.reference, bill.total);
    }
    let picked = rooms.iter().max_by_key(|room| room.rate).map(|room| room.number);
    println!("offer {picked:?}");
}
