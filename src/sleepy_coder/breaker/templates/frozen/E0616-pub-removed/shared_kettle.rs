//~ family: E0616-pub-removed
//~ vary oolong: oolong | rooibos | matcha
//~ vary u8: u8 | u32 | i16
use std::cell::Cell;
use std::rc::Rc;

mod kitchen {
    use super::{Cell, Rc};

    pub struct Kettle {
        pub heat: Cell<u8>,
    }

    #[derive(Clone)]
    pub struct Cup {
        pub kettle: Rc<Kettle>,
        pub brew: String,
    }

    pub fn serve(kettle: &Rc<Kettle>, brew: &str) -> Cup {
        kettle.heat.set(kettle.heat.get().saturating_sub(7));
        Cup { kettle: Rc::clone(kettle), brew: brew.to_owned() }
    }

    pub fn boil() -> Rc<Kettle> {
        Rc::new(Kettle { heat: Cell::new(95) })
    }
}

fn main() {
    let kettle = kitchen::boil();
    let cups: Vec<_> = ["oolong", "mint"].iter().map(|brew| kitchen::serve(&kettle, brew)).collect();
    for cup in cups {
        println!("{} ({} owners)", cup.brew, Rc::strong_count(&cup.kettle));
    }
    println!("water at {}", kettle.heat.get());
}
