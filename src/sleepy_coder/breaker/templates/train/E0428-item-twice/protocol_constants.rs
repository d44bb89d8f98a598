//~ family: E0428-item-twice
use std::fmt::Debug;

pub const MAGIC: &[u8] = &[83, 67];
const LIMIT: usize = 64;
static GREETING: &str = "hello";

type Outcome<T> = std::result::Result<T, Refused>;

#[derive(Debug)]
struct Refused;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Hello,
    Data { length: u16 },
    Close(u8),
}

fn kind(bytes: &[u8]) -> Outcome<Kind> {
    match *bytes {
        [b'H', ..] => Ok(Kind::Hello),
        [b'D', high, low, ..] => Ok(Kind::Data { length: u16::from_be_bytes([high, low]) }),
        [b'C', code] => Ok(Kind::Close(code)),
        _ => Err(Refused),
    }
}

fn body(bytes: &[u8]) -> Outcome<&[u8]> {
    bytes.strip_prefix(MAGIC).filter(|rest| rest.len() < LIMIT).ok_or(Refused)
}

fn show(value: impl Debug) -> String {
    format!("{} {value:?}", GREETING)
}

fn main() {
    for packet in [&[83, 67, b'D', 1, 4][..], &[83, 67, b'C', 7], &[88]] {
        println!("{}", show(body(packet).and_then(kind)));
    }
}
