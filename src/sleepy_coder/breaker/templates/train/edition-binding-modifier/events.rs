//~ family: edition-binding-modifier
//~ edition: 2024
#[derive(Debug)]
enum Event {
    Key { code: u8, shift: bool },
    Text(String),
    Click(i32, i32),
}

fn describe(event: &Event) -> String {
    match event {
        Event::Key { code, shift } => format!("key {code} {shift}"),
        Event::Text(text) => format!("text of {}", text.len()),
        Event::Click(x, y) => format!("click at {x}/{y}"),
    }
}

fn typed(events: &[Event]) -> String {
    let mut all = String::new();
    for event in events {
        if let Event::Text(text) = event {
            all.push_str(text);
        }
    }
    all
}

fn main() {
    let events = [
        Event::Text(String::from("hi")),
        Event::Key { code: 65, shift: true },
        Event::Click(30, 4),
        Event::Text(String::from("gh")),
    ];
    for event in &events {
        println!("{}", describe(event));
    }
    println!("{}", typed(&events));
}
