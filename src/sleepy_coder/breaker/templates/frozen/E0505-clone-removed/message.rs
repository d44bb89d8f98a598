//~ family: E0505-clone-removed
trait Channel {
    fn send(&mut self, text: String);
}

struct Memory {
    sent: Vec<String>,
}

impl Channel for Memory {
    fn send(&mut self, text: String) {
        self.sent.push(text);
    }
}

fn broadcast(channel: &mut dyn Channel, text: String, copies: u8) -> String {
    let start = text.trim_start();
    for _ in 1..copies {
        channel.send(text.clone());
    }
    channel.send(text.clone());
    format!("sent {start}")
}

fn main() {
    let mut memory = Memory { sent: Vec::new() };
    println!("{}", broadcast(&mut memory, String::from("  tide at noon"), 2));
    let greeting = String::from("ahoy");
    let view = greeting.as_str();
    memory.send(greeting.to_owned());
    println!("{view} is {} of {:?}", memory.sent.len(), memory.sent);
}
