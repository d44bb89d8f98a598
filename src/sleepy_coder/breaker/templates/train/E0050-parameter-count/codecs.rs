//~ family: E0050-parameter-count
trait Codec {
    fn encode(&self, value: u32, padded: bool) -> String;
    fn decode(text: &str, strict: bool) -> Option<u32>
    where
        Self: Sized;
}

#[derive(Clone, Copy)]
enum Base {
    Two,
    Sixteen,
}

struct Roman;

impl Codec for Base {
    fn encode(&self, value: u32, padded: bool) -> String {
        match (self, padded) {
            (Base::Two, true) => format!("{value:08b}"),
            (Base::Two, false) => format!("{value:b}"),
            (Base::Sixteen, _) => format!("{value:x}"),
        }
    }

    fn decode(text: &str, _: bool) -> Option<u32> {
        u32::from_str_radix(text, 16).ok()
    }
}

impl Codec for Roman {
    fn encode(&self, value: u32, _padded: bool) -> String {
        "I".repeat(value as usize)
    }

    fn decode(text: &str, strict: bool) -> Option<u32>
    where
        Self: Sized,
    {
        if strict && text.is_empty() {
            None
        } else {
            Some(text.len() as u32)
        }
    }
}

fn main() {
    let codecs: [&dyn Codec; 3] = [&Base::Two, &Base::Sixteen, &Roman];
    println!("{}", codecs.map(|codec| codec.encode(11, true)).join(" "));
    println!("{:?} {:?}", Base::decode("ff", false), Roman::decode("III", true));
}
