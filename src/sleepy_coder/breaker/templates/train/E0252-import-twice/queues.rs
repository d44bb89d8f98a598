//~ family: E0252-import-twice
use std::cell::RefCell;
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

struct Router {
    waiting: Rc<RefCell<VecDeque<u32>>>,
    handled: BTreeSet<u32>,
}

impl Router {
    fn step(&mut self) -> Option<u32> {
        let next = self.waiting.borrow_mut().pop_front()?;
        self.handled.insert(next);
        Some(next)
    }
}

fn main() {
    let waiting = Rc::new(RefCell::new(VecDeque::from(vec![9, 4, 9])));
    let mut router = Router { waiting: Rc::clone(&waiting), handled: BTreeSet::new() };
    router.step();
    waiting.borrow_mut().push_back(2);
    while let Some(number) = router.step() {
        println!("{number}");
    }
    println!("{:?}", router.handled);
}
