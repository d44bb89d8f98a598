//~ family: E0186-self-removed
use std::collections::BTreeMap;

trait Codec<T> {
    fn encode(&self, value: &T) -> Vec<u8>;
    fn decode(&self, bytes: &[u8]) -> Option<T>;
    fn reset(&mut self);
}

#[derive(Default)]
struct Plain;

#[derive(Default)]
struct Keyed {
    key: u8,
    uses: BTreeMap<u8, usize>,
}

impl Codec<String> for Plain {
    fn encode(&self, value: &String) -> Vec<u8> {
        value.as_bytes().to_vec()
    }

    fn decode(&self, bytes: &[u8]) -> Option<String> {
        String::from_utf8(bytes.to_vec()).ok()
    }

    fn reset(&mut self) {}
}

impl Codec<u8> for Keyed {
    fn encode(&self, value: &u8) -> Vec<u8> {
        vec![*value ^ self.key]
    }

    fn decode(&self, bytes: &[u8]) -> Option<u8> {
        let [first, ..] = bytes else { return None };
        Some(*first)
    }

    fn reset(&mut self) {
        self.uses.clear();
        self.key = 7;
    }
}

fn main() {
    let mut keyed = Keyed::default();
    keyed.reset();
    println!("{:?} {:?}", keyed.encode(&12), keyed.decode(&[]));
    let mut plain = Plain;
    plain.reset();
    println!("{:?}", plain.decode(&plain.encode(&"hat".to_string())));
}
