//~ family: E0277-question-in-unit
use std::collections::HashMap;

fn show(fields: &HashMap<String, String>) {
    let host = fields.get("host").unwrap();
    let port: u16 = fields["port"].parse().expect("a port");
    println!("{host} on {}", port + 1);
}

fn letters(text: &str) -> (char, char) {
    let first = text.chars().next().unwrap();
    let last = text.chars().last().unwrap();
    (first, last)
}

fn main() {
    let mut fields = HashMap::new();
    for line in ["host=depot", "port=80"] {
        let (key, value) = line.split_once('=').unwrap();
        fields.insert(key.to_string(), value.to_string());
    }
    show(&fields);
    println!("{:?}", letters("quartz"));
}
