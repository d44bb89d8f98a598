//~ family: E0532-arguments-removed
#[derive(Debug)]
enum Event {
    Arrived(u32),
    Delayed(u32, &'static str),
    Cancelled,
}

impl Event {
    fn kind(&self) -> &'static str {
        match self {
            Event::Arrived(_) => "arrival",
            Event::Delayed(..) => "delay",
            Event::Cancelled => "cancellation",
        }
    }

    fn bad(&self) -> bool {
        matches!(self, Event::Cancelled) || self.minutes() > 9
    }

    fn minutes(&self) -> u32 {
        match self {
            Event::Delayed(minutes, _) => *minutes,
            Event::Arrived(_) | Event::Cancelled => 0,
        }
    }
}

fn main() {
    for event in [Event::Arrived(4), Event::Delayed(12, "snow"), Event::Cancelled] {
        println!("{} {} {:?}", event.kind(), event.bad(), event);
    }
}
