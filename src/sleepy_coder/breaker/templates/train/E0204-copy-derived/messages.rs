//~ family: E0204-copy-derived
#[derive(Clone, PartialEq, Eq, Hash)]
struct Address {
    host: String,
    port: u16,
}

#[derive(Clone)]
enum Message {
    Ping,
    Text { from: Address, body: String },
    Batch(Vec<Message>),
}

fn count(message: &Message, host: &str) -> usize {
    match message {
        Message::Ping => 0,
        Message::Text { from, body } => usize::from(from.host == host) * body.len(),
        Message::Batch(all) => all.iter().map(|one| count(one, host)).sum(),
    }
}

fn main() {
    let from = Address { host: "delta".to_string(), port: 80 };
    let text = Message::Text { from: from.clone(), body: "hi there".to_string() };
    let batch = Message::Batch(vec![text.clone(), Message::Ping, text]);
    println!("{} bytes from port {}", count(&batch, "delta"), from.port);
}
