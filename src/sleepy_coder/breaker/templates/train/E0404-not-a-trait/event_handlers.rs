//~ family: E0404-not-a-trait
use std::collections::HashMap;

struct Event {
    name: String,
    size: usize,
}

enum Reply {
    Handled,
    Ignored(String),
}

trait Handler {
    fn handle(&mut self, event: &Event) -> Reply;
}

impl<F> Handler for F
where
    F: FnMut(&Event) -> Reply,
{
    fn handle(&mut self, event: &Event) -> Reply {
        self(event)
    }
}

struct Bus<'h> {
    handlers: HashMap<&'static str, Box<dyn Handler + 'h>>,
}

impl<'h> Bus<'h> {
    fn on<H: Handler + 'h>(&mut self, name: &'static str, handler: H) {
        self.handlers.insert(name, Box::new(handler));
    }

    fn fire(&mut self, name: &str, size: usize) -> Reply {
        match self.handlers.get_mut(name) {
            Some(handler) => handler.handle(&Event { name: name.to_string(), size }),
            None => Reply::Ignored(name.to_uppercase()),
        }
    }
}

fn main() {
    let mut total = 0;
    let mut bus = Bus { handlers: HashMap::new() };
    bus.on("open", |event: &Event| {
        total += event.size + event.name.len();
        Reply::Handled
    });
    for name in ["open", "shut"] {
        if let Reply::Ignored(what) = bus.fire(name, 4) {
            println!("nobody wants {what}");
        }
    }
    drop(bus);
    println!("{total}");
}
