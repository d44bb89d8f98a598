//~ family: E0382-closure-moved
use std::cell::RefCell;
use std::rc::Rc;

struct Guard<F: FnMut(&str)> {
    name: Rc<str>,
    report: F,
}

impl<F: FnMut(&str)> Guard<F> {
    fn enter(&mut self, room: &str) -> bool {
        (self.report)(room);
        room != &*self.name
    }
}

fn visits(rooms: Vec<&'static str>, locked: Rc<str>) -> usize {
    let log = RefCell::new(Vec::new());
    let mut guard = Guard { name: Rc::clone(&locked), report: |room| log.borrow_mut().push(room.to_owned()) };
    let mut open = 0;
    for room in &rooms {
        open += usize::from(guard.enter(room));
    }
    drop(guard);
    println!("{:?} of {}", log.into_inner(), rooms.len());
    open
}

fn main() {
    let locked: Rc<str> = "vault".into();
    let is_locked = |room: &&str| **room == *locked;
    let rooms = vec!["hall", "vault"];
    println!("{}", rooms.iter().copied().filter(is_locked).count());
    println!("{} {}", visits(rooms, Rc::clone(&locked)), locked.len());

    let trail = ["n", "e"].map(String::from);
    let walk = {
        let turn = |at: usize| trail[at % 2].as_str();
        [turn(0), turn(1), turn(2)].concat()
    };
    println!("{walk} from {}", trail.join("-"));
}
