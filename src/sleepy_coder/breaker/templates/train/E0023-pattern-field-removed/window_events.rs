//~ family: E0023-pattern-field-removed
//~ vary i32: i32 | i64
//~ vary Escape: Escape | Delete | Return
#[derive(Debug)]
enum Event {
    Click(i32, i32),
    Key(String, bool),
    Scroll(i32),
}

#[derive(Default)]
struct Desktop {
    cursor: i32,
    typed: Vec<String>,
    offset: i32,
}

impl Desktop {
    fn handle(&mut self, event: Event) {
        match event {
            Event::Click(x, _) if x < 0 => println!("click outside"),
            Event::Click(x, y) => self.cursor = x * 10 + y,
            Event::Key(_, true) => self.typed.clear(),
            Event::Key(label, _) => self.typed.push(label),
            Event::Scroll(delta) => self.offset -= delta,
        }
    }
}

fn main() {
    let mut desktop = Desktop::default();
    let events = vec![
        Event::Key("Escape".to_string(), true),
        Event::Click(12, 7),
        Event::Key("Home".to_string(), false),
        Event::Scroll(15),
    ];
    for event in events {
        desktop.handle(event);
    }
    println!("cursor {} typed {:?} offset {}", desktop.cursor, desktop.typed, desktop.offset);
}
