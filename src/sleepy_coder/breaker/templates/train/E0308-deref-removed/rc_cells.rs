//~ family: E0308-deref-removed
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Mutex;

struct Gauge {
    level: Rc<RefCell<i32>>,
    peak: Mutex<i32>,
}

impl Gauge {
    fn level(&self) -> i32 {
        *self.level.borrow()
    }

    fn set(&self, level: i32) {
        *self.level.borrow_mut() = level;
        let mut peak = self.peak.lock().unwrap();
        if level > *peak {
            *peak = level;
        }
    }

    fn reset(self) -> i32 {
        let held: i32 = *self.peak.lock().unwrap();
        held
    }
}

fn main() {
    let shared = Rc::new(RefCell::new(0));
    let gauge = Gauge { level: Rc::clone(&shared), peak: Mutex::new(0) };
    for level in [14, 80, 3] {
        gauge.set(level);
    }
    *shared.borrow_mut() += 100;
    println!("{} {}", gauge.level(), gauge.reset());
}
