//~ family: E0599-bound-removed
use std::collections::HashMap;
use std::fmt::Debug;
use std::str::FromStr;

trait Encode {
    fn encode(&self, out: &mut Vec<u8>);

    fn size(&self) -> usize {
        4
    }
}

impl Encode for u32 {
    fn encode(&self, out: &mut Vec<u8>) {
        out.extend(self.to_le_bytes());
    }
}

impl<T: Encode> Encode for Option<T> {
    fn encode(&self, out: &mut Vec<u8>) {
        if let Some(value) = self {
            value.encode(out);
        }
    }
}

struct Packet<B> {
    body: B,
}

impl<B> Packet<B>
where
    B: Encode + Debug,
{
    fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.body.encode(&mut out);
        out
    }
}

fn sizes<'p, E: Encode + 'p>(parts: impl Iterator<Item = &'p E>) -> usize {
    parts.map(|part| part.size()).sum()
}

fn numbers<K: FromStr>(text: &str) -> HashMap<usize, bool> {
    text.split(',')
        .map(|part| part.parse::<K>().is_ok())
        .enumerate()
        .collect()
}

fn main() {
    println!("{:?} {}", Packet { body: Some(7) }.bytes(), sizes([1_u32, 2].iter()));
    println!("{}", numbers::<u32>("4,x").len());
}
