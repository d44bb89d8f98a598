//~ family: E0373-move-removed
//~ vary u32: u32 | u64 | usize
use std::cell::RefCell;
use std::rc::Rc;

type Listener = Box<dyn Fn(&str) -> u32>;

#[derive(Default)]
struct Bus {
    listeners: Vec<Listener>,
    log: Rc<RefCell<Vec<String>>>,
}

impl Bus {
    fn listen(&mut self, listener: Listener) -> &mut Self {
        self.listeners.push(listener);
        self
    }

    fn recorder(&self) -> Listener {
        let log = Rc::clone(&self.log);
        Box::new(move |text| {
            log.borrow_mut().push(format!("> {text}"));
            log.borrow().len() as u32
        })
    }

    fn dampened(self) -> impl FnOnce(&str) -> u32 {
        let rest = self.fire("rest") / 2;
        move |text| if text.is_empty() { rest } else { rest * 2 }
    }

    fn fire(&self, text: &str) -> u32 {
        self.listeners.iter().map(|listener| listener(text)).sum()
    }
}

fn weigh(weight: u32) -> impl Fn(&str) -> u32 + 'static {
    let doubled = weight * 2;
    move |text: &str| text.len() as u32 * doubled
}

fn main() {
    let mut bus = Bus::default();
    let recorder = bus.recorder();
    bus.listen(recorder).listen(Box::new(weigh(3)));
    println!("{} {}", bus.fire("start"), bus.fire("stop"));
    println!("{}", bus.log.borrow().join("|"));
    println!("{}", bus.dampened()("end"));
}
