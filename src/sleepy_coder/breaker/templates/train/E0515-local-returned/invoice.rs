//~ family: E0515-local-returned
struct Position {
    title: String,
    cents: u32,
}

struct Invoice {
    positions: Vec<Position>,
    note: Option<String>,
}

impl Invoice {
    fn lines(&self) -> String {
        let lines: Vec<_> = self
            .positions
            .iter()
            .enumerate()
            .map(|(at, position)| format!("{}) {} {}", at + 1, position.title, position.cents))
            .collect();
        lines.join("\n")
    }

    fn note(&self) -> &str {
        self.note.as_deref().unwrap_or("no note")
    }
}

fn main() {
    let positions = vec![
        Position { title: String::from("Paint"), cents: 1250 },
        Position { title: String::from("Brush"), cents: 480 },
    ];
    let invoice = Invoice { positions, note: None };
    println!("{}", invoice.lines());
    println!("{}", invoice.note());
}
