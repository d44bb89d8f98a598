//~ family: E0433-use-removed
use std::{cell::RefCell, collections::BTreeMap};
fn main() {
    let c = RefCell::new(vec![4]);
    let m = {
        use std::mem;
        mem::take(&mut *c.borrow_mut())
    };
    println!("{:?}", BTreeMap::from([(1, m)]));
}
