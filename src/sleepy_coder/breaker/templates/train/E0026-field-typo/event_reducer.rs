//~ family: E0026-field-typo
//~ vary u16: u16 | u32 | i32
mod events {
    pub enum Event {
        Resized { width: u16, height: u16 },
        Scrolled { lines: i32 },
        Pasted { text: String, cursor: Option<usize> },
        Closed,
    }
}

use events::Event;

#[derive(Default)]
struct Screen {
    area: u16,
    top: i32,
    clipboard: String,
}

impl Screen {
    fn apply(mut self, event: Event) -> Option<Self> {
        match event {
            Event::Resized { width, height } => self.area = width * height,
            Event::Scrolled { lines: by @ -99..=99 } => self.top += by,
            Event::Scrolled { .. } => self.top = 0,
            Event::Pasted { text, cursor: Some(at) } => self.clipboard.insert_str(at.min(self.clipboard.len()), &text),
            Event::Pasted { cursor: None, text: whole } => self.clipboard = whole,
            Event::Closed => return None,
        }
        Some(self)
    }
}

fn main() {
    let script = [
        Event::Resized { width: 8, height: 4 },
        Event::Scrolled { lines: 12 },
        Event::Pasted { text: "ab".into(), cursor: None },
        Event::Pasted { text: "z".into(), cursor: Some(1) },
        Event::Closed,
    ];
    let mut screen = Screen::default();
    for event in script {
        println!("{} {} {}", screen.area, screen.top, screen.clipboard);
        match screen.apply(event) {
            Some(next) => screen = next,
            None => break,
        }
    }
}
