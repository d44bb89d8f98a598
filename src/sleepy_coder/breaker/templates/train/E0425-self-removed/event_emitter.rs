//~ family: E0425-self-removed
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

#[derive(Default)]
struct Emitter {
    listeners: RefCell<HashMap<String, Vec<Box<dyn Fn(&Emitter, i32)>>>>,
    fired: Cell<u32>,
    muted: Cell<bool>,
}

impl Emitter {
    fn on(&self, topic: impl Into<String>, call: impl Fn(&Emitter, i32) + 'static) -> &Self {
        self.listeners.borrow_mut().entry(topic.into()).or_default().push(Box::new(call));
        self
    }

    fn emit(&self, topic: &str, value: i32) -> usize {
        if self.muted.get() {
            return 0;
        }
        let listeners = self.listeners.borrow();
        let Some(calls) = listeners.get(topic) else { return 0 };
        calls.iter().for_each(|call| {
            self.count();
            call(self, value);
        });
        calls.len()
    }

    fn count(&self) {
        self.fired.set(self.fired.get() + 1);
    }
}

impl Drop for Emitter {
    fn drop(&mut self) {
        let topics: Vec<&String> = self.listeners.get_mut().keys().collect();
        println!("{topics:?} after {}", self.fired.get());
    }
}

fn main() {
    let emitter = Emitter::default();
    emitter.on("key", |all, value| {
        println!("{value}");
        all.muted.set(value > 3);
    });
    println!("{} {}", emitter.emit("key", 9), emitter.emit("key", 1));
}
