//~ family: E0382-match-moved
struct Message {
    subject: Option<String>,
    parts: (String, Vec<String>),
}

struct Wrapped(String, u8);

fn summary(message: Message) -> (usize, Message) {
    let size = match message.subject.as_ref() {
        Some(subject) => subject.len(),
        None => 0,
    };
    let (ref head, ref tail) = message.parts;
    let total = size + head.len() + tail.iter().map(|part| part.len()).sum::<usize>();
    (total, message)
}

fn main() {
    let message = Message {
        subject: Some("tea".to_string()),
        parts: ("at four".to_string(), vec!["bring cake".to_string()]),
    };
    let (total, message) = summary(message);
    println!("{total} {}", message.parts.1.len());
    let wrapped = Wrapped(message.parts.0, 3);
    let Wrapped(text, copies) = &wrapped;
    println!("{}", text.repeat(usize::from(*copies)));
    let boxed = Box::new(message.subject);
    if let Some(subject) = &*boxed {
        println!("{subject}");
    }
    println!("{} {}", boxed.is_some(), wrapped.0);
}
