//~ family: E0596-shared-reference
use std::collections::HashMap;

#[derive(Default)]
struct Hotel {
    rooms: HashMap<u16, Vec<String>>,
}

impl Hotel {
    fn check_in(&mut self, room: u16, guest: &str) -> bool {
        if let Some(guests) = self.rooms.get_mut(&room) {
            guests.push(guest.to_string());
            return true;
        }
        false
    }

    fn clear(&mut self) {
        for guests in self.rooms.values_mut() {
            guests.clear();
        }
    }
}

fn open(hotel: &mut Hotel, rooms: &[u16]) {
    for room in rooms {
        hotel.rooms.insert(*room, Vec::new());
    }
}

fn main() {
    let mut hotel = Hotel::default();
    open(&mut hotel, &[12, 14]);
    println!("{} {}", hotel.check_in(12, "Okoro"), hotel.check_in(99, "Silva"));
    println!("{:?}", hotel.rooms[&12]);
    hotel.clear();
    println!("{}", hotel.rooms[&12].len());
}
