//~ family: E0716-owner-removed
use std::collections::HashMap;

struct Vars(HashMap<String, String>);

impl Vars {
    fn parse(text: &str) -> Vars {
        Vars(text.lines().filter_map(|line| line.split_once('=')).map(|(k, v)| (k.into(), v.into())).collect())
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }
}

fn port(text: &str) -> Option<u16> {
    let vars = Vars::parse(text);
    let port = vars.get("PORT")?;
    port.parse().ok()
}

fn hosts(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in text.split("--") {
        let vars = Vars::parse(part);
        let Some(host) = vars.get("HOST") else { continue };
        found.push(host.to_owned());
    }
    found
}

fn main() {
    let text = "HOST=alpha\nPORT=80\n--\nHOST=beta\n";
    println!("{:?} {:?}", port(text), hosts(text));
    let names = [hosts(text), vec!["gamma".to_string()]].concat();
    let last = if let [.., last] = names.as_slice() { last } else { "none" };
    println!("{last}");
    let line = std::fs::read_to_string("/none/at/all").unwrap_or_default();
    let first = line.lines().next().unwrap_or("empty");
    println!("{first}");
}
