//~ family: E0282-turbofish-removed
//~ vary usize: usize | u32 | u64
use std::fmt::Debug;
use std::sync::mpsc;
use std::thread;

trait Stage {
    type Out;
    fn run(&self, line: &str) -> Self::Out;
}

struct Count;
struct Initials {
    upper: bool,
}

impl Stage for Count {
    type Out = usize;
    fn run(&self, line: &str) -> usize {
        line.split(' ').filter_map(|word| word.parse::<usize>().ok()).count() as usize
    }
}

impl Stage for Initials {
    type Out = String;
    fn run(&self, line: &str) -> String {
        let first = line.split(' ').filter_map(|word| word.chars().next()).collect::<String>();
        if self.upper {
            first.to_uppercase()
        } else {
            first
        }
    }
}

fn all<S>(stage: &S, lines: &[&str]) -> String
where
    S: Stage,
    S::Out: Debug,
{
    let outs: Vec<_> = lines.iter().map(|line| stage.run(line)).collect();
    format!("{outs:?}")
}

fn gather(words: Vec<String>) -> bool {
    let (sender, receiver) = mpsc::channel::<String>();
    let handle = thread::spawn(move || receiver.iter().map(|word| word.len()).collect::<Vec<_>>().len() > 1);
    for word in words {
        let sent: Result<(), _> = sender.send(word.into());
        if sent.is_err() {
            return false;
        }
    }
    drop(sender);
    handle.join().unwrap_or_default()
}

fn main() {
    let lines = ["3 ripe figs", "no 4 5"];
    println!("{} {}", all(&Count, &lines), all(&Initials { upper: true }, &lines));
    println!("{}", gather(vec!["a".to_string(), "bc".to_string()]));
}
