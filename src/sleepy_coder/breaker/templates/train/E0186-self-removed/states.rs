//~ family: E0186-self-removed
#[derive(Clone, Copy)]
enum Event {
    Push,
    Coin,
}

trait State {
    fn next(&self, event: Event) -> Box<dyn State>;
    fn label(&self) -> &'static str;
}

struct Locked;
struct Unlocked;

impl State for Locked {
    fn next(&self, event: Event) -> Box<dyn State> {
        match event {
            Event::Coin => Box::new(Unlocked),
            Event::Push => Box::new(Locked),
        }
    }

    fn label(&self) -> &'static str {
        "locked"
    }
}

impl State for Unlocked {
    fn next(&self, event: Event) -> Box<dyn State> {
        match event {
            Event::Push => Box::new(Locked),
            Event::Coin => Box::new(Unlocked),
        }
    }

    fn label(&self) -> &'static str {
        "open"
    }
}

fn main() {
    let mut state: Box<dyn State> = Box::new(Locked);
    for event in [Event::Push, Event::Coin, Event::Coin, Event::Push] {
        state = state.next(event);
        println!("{}", state.label());
    }
}
