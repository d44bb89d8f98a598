//~ family: E0005-else-removed
#[derive(Debug)]
enum Event {
    Key(char),
    Click { x: i32, y: i32 },
    Tick,
}

fn typed(events: &[Event]) -> String {
    let mut text = String::new();
    for event in events {
        let Event::Key(letter) = event else { continue };
        text.push(*letter);
    }
    text
}

fn place(event: &Event) -> Option<(i32, i32)> {
    let Event::Click { x, y } = event else { return None };
    Some((*x, *y))
}

fn main() {
    let events = [Event::Key('h'), Event::Tick, Event::Click { x: 4, y: 9 }, Event::Key('i')];
    println!("{}", typed(&events));
    println!("{:?}", events.iter().find_map(place));
    println!("{:?}", place(&Event::Tick));
}
