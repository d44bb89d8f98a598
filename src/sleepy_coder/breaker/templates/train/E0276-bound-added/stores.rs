//~ family: E0276-bound-added
use std::collections::BTreeMap;
use std::str::FromStr;

trait Source {
    fn read<T: FromStr>(&self, key: &str) -> Option<T>;

    fn visit<F>(&self, action: F)
    where
        F: FnMut(&str, &str);
}

struct Flags(BTreeMap<String, String>);

impl Source for Flags {
    fn read<T: FromStr>(&self, key: &str) -> Option<T> {
        self.0.get(key)?.parse().ok()
    }

    fn visit<F>(&self, mut action: F)
    where
        F: FnMut(&str, &str),
    {
        self.0.iter().for_each(|(key, value)| action(key, value));
    }
}

fn main() {
    let rows = [("level", "7"), ("path", "/tmp/x")].map(|(key, value)| (key.to_string(), value.to_string()));
    let flags = Flags(BTreeMap::from(rows));
    println!("{:?} {:?}", flags.read::<u8>("level"), flags.read::<u8>("path"));
    let mut seen = Vec::new();
    flags.visit(|key, value| seen.push(format!("{key}={value}")));
    println!("{}", seen.join("&"));
}
