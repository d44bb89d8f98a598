//~ family: E0502-borrow
use std::collections::{BTreeSet, HashMap};

#[derive(Default)]
struct Cache {
    order: Vec<String>,
    values: HashMap<String, u64>,
    pinned: BTreeSet<String>,
}

impl Cache {
    fn store(&mut self, key: &str, value: u64) -> Option<String> {
        self.order.push(key.to_string());
        self.values.insert(key.to_string(), value);
        if self.order.len() < 3 {
            return None;
        }
        let oldest = self.order[0].clone();
        self.order.remove(0);
        if !self.pinned.contains(&oldest) {
            self.values.remove(&oldest);
        }
        Some(oldest)
    }

    fn pin_all(&mut self) -> usize {
        let known = self.order.clone();
        self.order.truncate(1);
        self.pinned.extend(known.iter().cloned());
        let again = self.pinned.clone();
        self.pinned.retain(|key| key.len() < 3);
        again.len() - self.pinned.len() + known.len()
    }
}

fn rotate(words: &mut [String; 3], text: &mut String) -> String {
    let last = words[2].to_string();
    words.reverse();
    let whole = text.to_owned();
    text.push_str(&last);
    whole + &words[1]
}

fn main() {
    let mut cache = Cache::default();
    let evicted: Vec<_> = ["ab", "long", "c"].iter().zip(1..).map(|(key, value)| cache.store(key, value)).collect();
    println!("{evicted:?} {} {}", cache.pin_all(), cache.values.len());
    let mut text = "x".to_string();
    let turned = rotate(&mut ["p", "q", "r"].map(String::from), &mut text);
    println!("{turned} {text}");
}
