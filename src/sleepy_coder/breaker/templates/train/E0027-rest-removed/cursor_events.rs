//~ family: E0027-rest-removed
//~ vary i32: i32 | i16 | i64
use std::fmt;

enum Event {
    Key { code: char, shift: bool, repeat: u8 },
    Click { x: i32, y: i32, button: u8 },
    Resize { width: i32, height: i32 },
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key { code, shift: true, .. } => write!(f, "S-{code}"),
            Self::Key { code, .. } => write!(f, "{code}"),
            Self::Click { button, .. } if *button > 1 => write!(f, "menu"),
            Self::Click { x, y, .. } => write!(f, "at {x},{y}"),
            Self::Resize { width, height } => write!(f, "{width} by {height}"),
        }
    }
}

fn is_repeated(event: &Event) -> bool {
    matches!(event, Event::Key { repeat: 2.., .. })
}

fn main() {
    let mut queue = vec![
        Event::Resize { width: 80, height: 25 },
        Event::Click { x: 4, y: 9, button: 1 },
        Event::Key {
            code: 'q',
            shift: true,
            repeat: 3,
        },
    ];
    while let Some(event) = queue.pop() {
        println!("{event} {}", is_repeated(&event));
    }
}
