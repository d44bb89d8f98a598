//~ family: E0050-parameter-count
struct Event {
    key: char,
    held: bool,
}

trait Mode {
    fn on_key(&mut self, event: &Event) -> Option<char>;
    fn on_tick(&mut self, elapsed: u64) -> bool;
}

struct Insert {
    text: String,
}

struct Idle {
    ticks: u64,
}

impl Mode for Insert {
    fn on_key(&mut self, event: &Event) -> Option<char> {
        let letter = if event.held { event.key.to_ascii_uppercase() } else { event.key };
        self.text.push(letter);
        Some(letter)
    }

    fn on_tick(&mut self, _elapsed: u64) -> bool {
        self.text.len() > 1
    }
}

impl Mode for Idle {
    fn on_key(&mut self, _event: &Event) -> Option<char> {
        None
    }

    fn on_tick(&mut self, elapsed: u64) -> bool {
        self.ticks += elapsed;
        self.ticks > 30
    }
}

fn main() {
    let mut modes: Vec<Box<dyn Mode>> = vec![Box::new(Insert { text: String::new() }), Box::new(Idle { ticks: 0 })];
    for (key, held) in [('a', false), ('b', true)] {
        for mode in modes.iter_mut() {
            println!("{:?} {}", mode.on_key(&Event { key, held }), mode.on_tick(20));
        }
    }
}
