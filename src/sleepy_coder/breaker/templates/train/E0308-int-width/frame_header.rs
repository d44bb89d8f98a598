//~ family: E0308-int-width
//~ vary u16: u16 | u32
mod frame {
    pub const MAGIC: u8 = 0x2a;

    #[derive(Debug, Clone, PartialEq)]
    pub struct Frame {
        pub length: u16,
        pub body: Vec<u8>,
    }

    pub fn encode(frame: &Frame) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(frame.length as usize);
        bytes.push(MAGIC);
        bytes.extend(frame.length.to_be_bytes());
        bytes.extend_from_slice(&frame.body);
        bytes
    }

    impl From<&str> for Frame {
        fn from(text: &str) -> Self {
            Frame { length: text.len() as u16, body: text.bytes().collect() }
        }
    }
}

use frame::Frame;

fn checksum(bytes: &[u8]) -> i32 {
    let parity = bytes.iter().fold(0, |sum, byte| sum ^ byte);
    match bytes.last() {
        Some(last) if *last != parity => last.wrapping_sub(parity) as i32,
        Some(_) => parity.into(),
        None => -1,
    }
}

fn main() {
    let bytes = frame::encode(&Frame::from("tick"));
    println!("{:?} {}", bytes, checksum(&bytes));
    println!("{}", checksum(&[]));
}
