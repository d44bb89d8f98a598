//~ family: E0615-parens-removed
//~ vary i32: i32 | i64 | i16
#[derive(Clone, Copy, Debug)]
enum Motion {
    Up,
    Down,
    Idle,
}

struct Elevator {
    floor: i32,
    calls: Vec<i32>,
}

impl Elevator {
    fn target(&self) -> Option<i32> {
        self.calls.first().copied()
    }

    fn motion(&self) -> Motion {
        match self.target() {
            Some(goal) if goal > self.floor => Motion::Up,
            Some(goal) if goal < self.floor => Motion::Down,
            _ => Motion::Idle,
        }
    }
}

fn main() {
    let mut elevator = Elevator { floor: 3, calls: vec![5, 1] };
    for _ in 0..7 {
        let motion = elevator.motion();
        match motion {
            Motion::Up => elevator.floor += 1,
            Motion::Down => elevator.floor -= 1,
            Motion::Idle => elevator.calls = elevator.calls.split_off(elevator.calls.len().min(1)),
        }
        println!("{motion:?} floor {} {:?}", elevator.floor, elevator.calls);
    }
}
