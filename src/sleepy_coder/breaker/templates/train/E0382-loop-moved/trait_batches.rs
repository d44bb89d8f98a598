//~ family: E0382-loop-moved
trait Sink {
    fn write(&mut self, lines: Vec<String>) -> Vec<String>;
}

#[derive(Default)]
struct Counter {
    bytes: usize,
}

struct Prefix<S>(S, &'static str);

impl Sink for Counter {
    fn write(&mut self, lines: Vec<String>) -> Vec<String> {
        for line in lines.iter() {
            self.bytes += line.len();
        }
        lines
    }
}

impl<S: Sink> Sink for Prefix<S> {
    fn write(&mut self, lines: Vec<String>) -> Vec<String> {
        let mut marked = Vec::with_capacity(lines.len());
        for line in &lines {
            marked.push(format!("{}{line}", self.1));
        }
        if marked.concat().len() < 20 {
            marked.extend(lines);
        }
        self.0.write(marked)
    }
}

fn main() {
    let mut sink = Prefix(Counter::default(), "> ");
    let texts = [vec!["one".to_string()], vec!["two".to_string(), "three".to_string()]];
    for text in &texts {
        println!("{:?}", sink.write(text.to_vec()));
    }
    println!("{} of {}", sink.0.bytes, texts.concat().join("").len());
}
