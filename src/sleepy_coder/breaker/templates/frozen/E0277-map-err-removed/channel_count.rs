//~ family: E0277-map-err-removed
use std::sync::mpsc;
use std::thread;

#[derive(Debug)]
enum Failure {
    Silent(mpsc::RecvError),
    Unclear(std::str::ParseBoolError),
}

fn ask(word: &'static str) -> Result<bool, Failure> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        if !word.is_empty() {
            sender.send(word).unwrap();
        }
    });
    let reply = receiver.recv().map_err(Failure::Silent)?;
    let answer = reply.parse::<bool>().map_err(|problem| Failure::Unclear(problem))?;
    Ok(!answer)
}

fn main() {
    println!("{:?}", ask("true"));
    println!("{:?}", ask("maybe"));
    println!("{:?}", ask(""));
}
