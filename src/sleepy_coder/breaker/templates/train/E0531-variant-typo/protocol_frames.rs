//~ family: E0531-variant-typo
mod frame {
    pub struct Size(pub u16);

    pub enum Frame {
        Data(Vec<u8>),
        Ack(u32, Size),
        Close,
    }

    pub enum Broken {
        Short(usize),
        Kind(u8),
    }
}

use frame::{
    Broken::{self, Kind, Short},
    Frame::{self, Ack, Close, Data},
    Size,
};

fn decode(bytes: &[u8]) -> Result<Frame, Broken> {
    match bytes {
        [0, body @ ..] => Ok(Data(body.to_vec())),
        [1, number, size] => Ok(Ack(u32::from(*number), Size(u16::from(*size)))),
        [2, ..] => Ok(Close),
        [kind, ..] => Err(Kind(*kind)),
        [] => Err(Short(0)),
    }
}

fn main() {
    for bytes in [&[0, 7, 7][..], &[1, 9, 4], &[2], &[66], &[]] {
        match decode(bytes) {
            Ok(Data(body)) if body.len() > 1 => println!("{} bytes", body.len()),
            Ok(Ack(number, Size(size))) => println!("ack {number}, window {size}"),
            Ok(Data(_) | Close) => println!("end"),
            Err(Short(length)) => println!("short: {length}"),
            Err(Kind(kind)) => println!("kind {kind}?"),
        }
    }
}
