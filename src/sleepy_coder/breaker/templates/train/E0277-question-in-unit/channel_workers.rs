//~ family: E0277-question-in-unit
use std::fmt::Write;
use std::sync::mpsc;
use std::sync::RwLock;
use std::thread;

trait Sink {
    fn accept(&mut self, value: u32);
    fn finish(self) -> String;
}

#[derive(Default)]
struct Lines {
    out: String,
    checks: RwLock<Vec<u32>>,
}

impl Sink for Lines {
    fn accept(&mut self, value: u32) {
        writeln!(self.out, "{value:>4}").unwrap();
        self.checks.write().unwrap().push(value);
    }

    fn finish(self) -> String {
        let checks = self.checks.into_inner().expect("no panic");
        let high = checks.iter().max().expect("a value");
        self.out + &high.to_string()
    }
}

fn pump<S: Sink>(sink: &mut S, count: u32) {
    let (sender, receiver) = mpsc::channel();
    let worker = thread::spawn(move || (1..=count).for_each(|step| sender.send(step * step).unwrap()));
    while let Ok(value) = receiver.recv() {
        sink.accept(value);
    }
    worker.join().unwrap();
}

fn main() {
    let mut lines = Lines::default();
    pump(&mut lines, 4);
    println!("{}", lines.finish());
}
