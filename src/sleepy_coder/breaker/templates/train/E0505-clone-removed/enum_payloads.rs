//~ family: E0505-clone-removed
#[derive(Clone, Debug)]
enum Payload {
    Text(String),
    Many(Vec<Payload>),
}

struct Envelope<P> {
    to: &'static str,
    payload: P,
}

impl<P: Clone> Envelope<P> {
    fn forward(self, to: &'static str) -> Envelope<P> {
        Envelope { to, ..self }
    }
}

fn flatten(payload: Payload) -> Vec<String> {
    match payload {
        Payload::Text(text) => vec![text],
        Payload::Many(parts) => parts.into_iter().flat_map(flatten).collect(),
    }
}

fn report<P: Clone>(payload: P, name: impl Fn(&P) -> Option<&str>) -> (String, Envelope<P>) {
    let shown = name(&payload);
    let envelope = Envelope { to: "desk", payload: payload.clone() };
    (shown.unwrap_or("unnamed").to_string(), envelope)
}

fn main() {
    let parts = vec![Payload::Text("ink".to_string()), Payload::Text("sand".to_string())];
    let last = parts.last();
    let payload = Payload::Many(parts.clone());
    println!("{last:?}");
    let inner = match &payload {
        Payload::Text(text) => text.as_str(),
        Payload::Many(parts) if parts.len() > 5 => "lots",
        Payload::Many(_) => "few",
    };
    let flat = flatten(payload.clone());
    println!("{inner} {flat:?}");
    let text = &flat[0];
    let (name, envelope) = report(flat.clone(), |words| words.get(1).map(|word| word.as_str()));
    println!("{text} {name} {}", envelope.to);
    let onward = envelope.forward("attic");
    println!("{} {}", onward.to, onward.payload.len());
}
