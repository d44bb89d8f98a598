//~ family: E0599-bound-removed
mod wire {
    pub trait Encode {
        fn encode(&self, out: &mut Vec<u8>);
    }

    impl Encode for u16 {
        fn encode(&self, out: &mut Vec<u8>) {
            out.extend(self.to_be_bytes());
        }
    }

    impl<T: Encode> Encode for [T] {
        fn encode(&self, out: &mut Vec<u8>) {
            out.push(self.len() as u8);
            for item in self {
                item.encode(out);
            }
        }
    }

    pub fn bytes<E: Encode + ?Sized>(value: &E) -> Vec<u8> {
        let mut out = Vec::new();
        value.encode(&mut out);
        out
    }
}

fn hex<B: IntoIterator<Item = u8>>(bytes: B) -> String {
    bytes.into_iter().map(|byte| format!("{byte:02x}")).collect()
}

fn main() {
    println!("{}", hex(wire::bytes(&[258u16, 7][..])));
    println!("{}", hex(wire::bytes(&4096u16)));
}
