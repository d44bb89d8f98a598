//~ family: E0502-borrow
//~ vary u16: u16 | u32 | i64
use std::collections::VecDeque;

struct Conveyor {
    boxes: VecDeque<u16>,
    moved: usize,
}

impl Conveyor {
    fn rotate(&mut self, rounds: usize) {
        for _ in 0..rounds {
            let front = self.boxes[0];
            self.boxes.pop_front();
            self.moved += 1;
            println!("carried {}", front);
            self.boxes.push_back(front + 1);
        }
    }
}

fn main() {
    let mut belt = Conveyor { boxes: VecDeque::from(vec![14, 30, 22]), moved: 0 };
    belt.rotate(1 + 1);
    println!("{:?} moved {}", belt.boxes, belt.moved);
}
