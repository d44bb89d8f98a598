//~ family: E0310-static-removed
use std::any::Any;
use std::rc::Rc;

struct Bus {
    events: Vec<Rc<dyn Any>>,
}

impl Bus {
    fn publish<E: 'static>(&mut self, event: E) -> usize {
        self.events.push(Rc::new(event));
        self.events.len()
    }

    fn count<E: Any>(&self) -> usize {
        self.events.iter().filter(|event| event.is::<E>()).count()
    }
}

fn describe<V: Any + 'static>(value: &V) -> String {
    let any: &dyn Any = value;
    match any.downcast_ref::<i32>() {
        Some(number) => format!("number {number}"),
        None => String::from("something"),
    }
}

fn main() {
    let mut bus = Bus { events: Vec::new() };
    bus.publish("started");
    bus.publish(41);
    println!("{} in {}", bus.count::<i32>(), bus.publish(7));
    println!("{} {}", describe(&5), describe(&"x"));
}
