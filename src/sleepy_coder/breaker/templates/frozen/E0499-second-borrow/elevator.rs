//~ family: E0499-second-borrow
struct Lift {
    floors: Vec<u8>,
    limit: usize,
}

impl Lift {
    fn call(&mut self, floor: u8) -> bool {
        let full = self.floors.len() >= self.limit;
        if !full {
            self.floors.push(floor);
        }
        !full
    }

    fn reach(&mut self) -> Option<String> {
        let next = *self.floors.first_mut()?;
        self.floors.rotate_left(1);
        Some(format!("floor {next}"))
    }
}

fn main() {
    let mut lift = Lift { floors: Vec::new(), limit: 3 };
    println!("{} {}", lift.call(4), lift.call(1));
    println!("{:?}", lift.reach());
    let waiting = lift.floors[0];
    lift.call(7);
    println!("{waiting} waits");
    println!("{:?}", lift.floors);
}
