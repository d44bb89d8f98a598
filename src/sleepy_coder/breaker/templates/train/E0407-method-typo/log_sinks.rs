//~ family: E0407-method-typo
trait Sink {
    fn write(&mut self, line: &str);

    fn flush_lines(&mut self) -> usize {
        0
    }

    fn prefix(&self) -> &str {
        ""
    }
}

#[derive(Default)]
struct Memory {
    lines: Vec<String>,
}

impl Sink for Memory {
    fn write(&mut self, line: &str) {
        let full = format!("{}{}", self.prefix(), line);
        self.lines.push(full);
    }

    fn flush_lines(&mut self) -> usize {
        let count = self.lines.len();
        println!("{}", self.lines.join("|"));
        self.lines.clear();
        count
    }

    fn prefix(&self) -> &str {
        "mem: "
    }
}

fn main() {
    let mut sink = Memory::default();
    for line in ["start", "work", "stop"] {
        sink.write(line);
    }
    println!("{} flushed, {} left", sink.flush_lines(), sink.lines.len());
}
