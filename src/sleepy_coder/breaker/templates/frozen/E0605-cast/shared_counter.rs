//~ family: E0605-cast
//~ vary i64: i64 | u32 | u16
use std::cell::RefCell;
use std::rc::Rc;

struct Meter {
    label: String,
    used: Rc<RefCell<i64>>,
}

impl Meter {
    fn burn(&self, amount: i64) {
        *self.used.borrow_mut() += amount;
    }
}

fn main() {
    let used = Rc::new(RefCell::new(0));
    let rooms = vec!["hall", "attic"];
    let meters: Vec<Meter> =
        rooms.iter().map(|room| Meter { label: room.to_string(), used: Rc::clone(&used) }).collect();
    for meter in meters {
        meter.burn(45);
        let label = meter.label;
        println!("{} counted", label);
    }
    let reading = used.borrow().to_string();
    println!("{} units in {:?}", reading, rooms);
}
