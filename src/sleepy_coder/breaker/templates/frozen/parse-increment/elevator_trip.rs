//~ family: parse-increment
enum Goal {
    Above,
    Below,
    Here,
}

struct Elevator {
    floor: i32,
    moves: u32,
}

impl Elevator {
    fn compare(&self, wanted: i32) -> Goal {
        if wanted > self.floor {
            Goal::Above
        } else if wanted < self.floor {
            Goal::Below
        } else {
            Goal::Here
        }
    }

    fn go(&mut self, wanted: i32) {
        loop {
            match self.compare(wanted) {
                Goal::Above => self.floor += 1,
                Goal::Below => self.floor -= 1,
                Goal::Here => break,
            }
            self.moves += 1;
        }
    }
}

fn main() {
    let mut elevator = Elevator { floor: 0, moves: 0 };
    for wanted in [5, 2, 7] {
        elevator.go(wanted);
        println!("floor {} after {}", elevator.floor, elevator.moves);
    }
}
