//~ family: edition-gen-keyword
//~ edition: 2024
//~ vary u32: u32 | u64
#[derive(Debug, Clone, PartialEq)]
enum Event {
    Born { r#gen: u32, name: String },
    Merged(u32, u32),
}

#[derive(Debug)]
enum Fault {
    Future { r#gen: u32 },
}

struct History {
    events: Vec<Event>,
    now: u32,
}

impl History {
    fn record(&mut self, r#gen: u32, name: &str) -> Result<(), Fault> {
        if r#gen > self.now {
            return Err(Fault::Future { r#gen });
        }
        self.events.push(Event::Born { r#gen, name: name.to_string() });
        Ok(())
    }

    fn oldest(&self) -> Option<&str> {
        let born = self.events.iter().filter_map(|event| match event {
            Event::Born { r#gen, name } => Some((r#gen, name)),
            Event::Merged(..) => None,
        });
        born.min_by_key(|(r#gen, _)| *r#gen).map(|(_, name)| name.as_str())
    }

    fn between(&self, low: u32, high: u32) -> usize {
        self.events
            .iter()
            .filter(|event| matches!(event, Event::Born { r#gen: at, .. } if (low..high).contains(at)))
            .count()
    }
}

fn main() {
    let mut history = History { events: vec![Event::Merged(1, 2)], now: 5 };
    for (r#gen, name) in [(4, "eve"), (2, "ada"), (9, "zoe")] {
        if let Err(Fault::Future { r#gen: wrong }) = history.record(r#gen, name) {
            println!("{name} cannot be of {wrong}");
        }
    }
    println!("{:?} {}", history.oldest(), history.between(0, 3));
}
