//~ family: E0308-if-assign
#[derive(Debug, Clone, Copy, PartialEq)]
enum State {
    Open,
    Closed,
    Locked,
}

struct Door {
    state: State,
    code: u32,
}

impl Door {
    fn unlock(&mut self, code: u32) -> bool {
        if self.state == State::Locked {
            if code == self.code {
                self.state = State::Closed;
                return true;
            }
            return false;
        }
        true
    }
}

fn main() {
    let mut door = Door { state: State::Locked, code: 77 };
    println!("{} {:?}", door.unlock(12), door.state);
    println!("{} {:?}", door.unlock(77), door.state);
    if door.state == State::Closed {
        door.state = State::Open;
    }
    println!("{:?}", door.state);
}
