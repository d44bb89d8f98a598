//~ family: E0505-use-removed
//~ edition: 2024
use std::collections::BTreeMap;
use std::thread;

type Headers = BTreeMap<String, String>;

fn lookup(headers: &Headers, key: &str) -> impl FnOnce() -> Option<String> + Send + use<> {
    let value = headers.get(key).cloned();
    move || value.map(|value| value.trim().to_string())
}

fn main() {
    let mut headers = Headers::new();
    headers.insert("host".to_string(), " example ".to_string());
    let host = lookup(&headers, "host");
    let count = thread::spawn(move || headers.len()).join().unwrap();
    println!("{:?} of {count}", host());
}
