//~ family: E0782-dyn-removed
use std::any::Any;
use std::collections::BTreeMap;
use std::fmt::Debug;

#[derive(Default)]
struct Bus<'b> {
    handlers: BTreeMap<&'static str, Vec<Box<dyn FnMut(&dyn Any) -> bool + 'b>>>,
}

struct Moved(i32, i32);

impl<'b> Bus<'b> {
    fn on<F>(&mut self, name: &'static str, handler: F)
    where
        F: FnMut(&dyn Any) -> bool + 'b,
    {
        self.handlers.entry(name).or_default().push(Box::new(handler));
    }

    fn send(&mut self, name: &str, payload: impl Any) -> usize {
        let payload: Box<dyn Any> = Box::new(payload);
        let Some(handlers) = self.handlers.get_mut(name) else {
            return 0;
        };
        handlers.iter_mut().filter_map(|handler| handler(payload.as_ref()).then_some(())).count()
    }
}

fn text_of(value: &dyn Any) -> Option<String> {
    let Moved(x, y) = value.downcast_ref::<Moved>()?;
    Some(format!("{x}:{y}"))
}

fn debug_all<'d>(values: impl Iterator<Item = &'d (dyn Debug + 'd)>) -> Vec<String> {
    values.map(|value| format!("{value:?}")).collect()
}

fn main() {
    let mut seen = Vec::new();
    let mut bus = Bus::default();
    bus.on("move", |value| {
        let text = text_of(value);
        seen.extend(text.clone());
        text.is_some()
    });
    bus.on("move", |value| value.is::<u8>());
    println!("{} {} {}", bus.send("move", Moved(3, 4)), bus.send("move", 7u8), bus.send("stop", ()));
    drop(bus);
    let number = 5;
    let values: [&dyn Debug; 2] = [&seen, &number];
    println!("{:?}", debug_all(values.into_iter()));
}
