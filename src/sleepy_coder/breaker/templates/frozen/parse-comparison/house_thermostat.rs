//~ family: parse-comparison
//~ vary i32: i32 | i16
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mode {
    Heat,
    Cool,
    Off,
}

struct House {
    rooms: Vec<(i32, Mode)>,
}

impl House {
    fn step(&mut self) {
        for (degrees, mode) in self.rooms.iter_mut() {
            if *mode == Mode::Heat {
                *degrees += 2;
            } else if *mode == Mode::Cool {
                *degrees -= 1;
            }
        }
    }

    fn active(&self) -> usize {
        self.rooms.iter().filter(|room| room.1 != Mode::Off).count()
    }
}

fn main() {
    let mut house = House { rooms: vec![(14, Mode::Heat), (29, Mode::Cool), (20, Mode::Off)] };
    house.step();
    house.step();
    println!("{:?} {}", house.rooms, house.active());
}
