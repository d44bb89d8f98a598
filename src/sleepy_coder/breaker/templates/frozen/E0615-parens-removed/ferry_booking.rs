//~ family: E0615-parens-removed
//~ vary harbor: harbor | island | lagoon
#[derive(Debug)]
enum BookingError {
    Full { missing: u32 },
    NoSuchFerry,
}

struct Ferry {
    port: &'static str,
    seats: u32,
    sold: u32,
}

impl Ferry {
    fn free(&self) -> u32 {
        self.seats.saturating_sub(self.sold)
    }
}

fn book(fleet: &mut [Ferry], port: &str, group: u32) -> Result<u32, BookingError> {
    let ferry = fleet.iter_mut().find(|ferry| ferry.port == port).ok_or(BookingError::NoSuchFerry)?;
    let free = ferry.free();
    if group > free {
        return Err(BookingError::Full { missing: group - free });
    }
    ferry.sold += group;
    Ok(ferry.free())
}

fn main() {
    let mut fleet = vec![Ferry { port: "harbor", seats: 40, sold: 31 }, Ferry { port: "cape", seats: 12, sold: 2 }];
    for (port, group) in [("harbor", 6), ("harbor", 8), ("cape", 3), ("moon", 2)] {
        match book(&mut fleet, port, group) {
            Ok(left) => println!("{port}: booked {group}, {left} left"),
            Err(problem) => println!("{port}: {problem:?}"),
        }
    }
}
