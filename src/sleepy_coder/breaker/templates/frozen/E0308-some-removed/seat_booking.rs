//~ family: E0308-some-removed
//~ vary Nadia: Nadia | Felix | Omar
//~ vary position: position | rposition
use std::mem;

#[derive(Debug)]
struct Row {
    seats: Vec<Option<&'static str>>,
}

impl Row {
    fn book(&mut self, guest: &'static str) -> Result<usize, &'static str> {
        match self.seats.iter().position(|seat| seat.is_none()) {
            Some(free) => {
                self.seats[free] = Some(guest);
                Ok(free)
            }
            None => Err(guest),
        }
    }

    fn rename(&mut self, from: &str, to: &'static str) -> Option<&'static str> {
        let seat = self.seats.iter_mut().find(|seat| **seat == Some(from))?;
        mem::replace(seat, Some(to))
    }
}

fn main() {
    let mut row = Row { seats: vec![None; 4] };
    let mut standing = Vec::new();
    for guest in ["Nadia", "Lou", "Wim", "Kaja", "Teo"] {
        if let Err(late) = row.book(guest) {
            standing.push(late);
        }
    }
    let replaced = row.rename("Wim", "Zora");
    println!("{:?}", row.seats);
    println!("standing {standing:?}, replaced {replaced:?}");
}
