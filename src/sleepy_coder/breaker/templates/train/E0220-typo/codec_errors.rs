//~ family: E0220-typo
use std::fmt::Display;
use std::ops::Deref;

trait Decode: Sized {
    type Error: Display;
    const WIDTH: usize;

    fn decode(bytes: &[u8]) -> Result<Self, Self::Error>;
}

impl Decode for u16 {
    type Error = String;
    const WIDTH: usize = 2;

    fn decode(bytes: &[u8]) -> Result<Self, Self::Error> {
        match bytes {
            [high, low] => Ok(u16::from(*high) << 8 | u16::from(*low)),
            other => Err(format!("{} bytes", other.len())),
        }
    }
}

struct Packet<B> {
    body: B,
}

impl<B: Deref<Target = [u8]>> Packet<B> {
    fn read<D: Decode>(&self) -> Result<Vec<D>, D::Error> {
        self.body.chunks(D::WIDTH).map(D::decode).collect()
    }
}

impl<B> Deref for Packet<B> {
    type Target = B;

    fn deref(&self) -> &Self::Target {
        &self.body
    }
}

fn main() {
    for size in [4, 3] {
        let packet = Packet { body: [1, 4, 0, 9][..size].to_vec() };
        match packet.read::<u16>() {
            Ok(numbers) => println!("{numbers:?} from {}", packet.len()),
            Err(error) => println!("{error}"),
        }
    }
}
