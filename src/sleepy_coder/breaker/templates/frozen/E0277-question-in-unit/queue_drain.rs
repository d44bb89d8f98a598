//~ family: E0277-question-in-unit
use std::sync::mpsc::{Receiver, channel};

enum Message {
    Add(i32),
    Stop,
}

fn drain(receiver: Receiver<Message>) -> i32 {
    let mut sum = 0;
    loop {
        let message = receiver.recv().unwrap();
        match message {
            Message::Add(value) => sum += value,
            Message::Stop => return sum,
        }
    }
}

fn main() {
    let (sender, receiver) = channel();
    for value in [5, -2, 40] {
        sender.send(Message::Add(value)).unwrap();
    }
    sender.send(Message::Stop).unwrap();
    println!("{}", drain(receiver));
}
