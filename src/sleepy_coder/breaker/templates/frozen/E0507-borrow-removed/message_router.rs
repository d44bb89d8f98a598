//~ family: E0507-borrow-removed
//~ vary Shout: Shout | Whisper | Hum
//~ vary u64: u64 | u32 | i32
#[derive(Debug, Clone)]
enum Message {
    Shout(String),
    Ping { to: String, nonce: u64 },
}

#[derive(Debug)]
struct Envelope {
    sender: String,
    payload: Message,
}

fn deliver(envelope: &Envelope) -> String {
    match &envelope.payload {
        Message::Shout(words) => format!("{} yells {words}!", envelope.sender),
        Message::Ping { to, nonce } => format!("{} -> {to} #{}", envelope.sender, nonce * 3),
    }
}

fn resend(envelopes: &[Envelope], sender: &str) -> Option<Envelope> {
    let original = envelopes.iter().find(|envelope| envelope.sender == sender)?;
    Some(Envelope { sender: "relay".to_string(), payload: original.payload.clone() })
}

fn main() {
    let mut outbox = vec![
        Envelope { sender: "ana".into(), payload: Message::Shout("timber".into()) },
        Envelope { sender: "leo".into(), payload: Message::Ping { to: "ana".into(), nonce: 19 } },
    ];
    outbox.extend(resend(&outbox, "leo"));
    for envelope in &outbox {
        println!("{}", deliver(envelope));
    }
}
