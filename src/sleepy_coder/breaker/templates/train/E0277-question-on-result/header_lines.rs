//~ family: E0277-question-on-result
use std::collections::BTreeMap;
use std::convert::TryFrom;
use std::net::Ipv4Addr;
use std::str;

#[derive(Debug)]
struct Header<'b> {
    name: &'b str,
    length: u16,
    host: Option<Ipv4Addr>,
}

impl<'b> Header<'b> {
    fn decode(bytes: &'b [u8]) -> Option<Self> {
        let end = bytes.iter().position(|byte| *byte == 0)?;
        let name = str::from_utf8(&bytes[..end]).ok()?;
        let rest: &[u8; 2] = bytes.get(end + 1..end + 3)?.try_into().ok()?;
        Some(Header { name, length: u16::from_be_bytes(*rest), host: name.parse().ok() })
    }

    fn shrink(&self) -> Option<u8> {
        match self.length {
            0 => None,
            long if long > 300 => Some(u8::MAX),
            short => {
                let small = u8::try_from(short).ok()?;
                Some(small / 2)
            }
        }
    }
}

fn sizes(packets: &[&[u8]]) -> BTreeMap<String, Option<u8>> {
    let decoded = packets.iter().filter_map(|bytes| {
        let header = Header::decode(bytes)?;
        let size = header.shrink();
        let first = char::from_digit(header.length.into(), 36).ok_or(()).ok()?;
        Some((format!("{}{first}{}", header.name, header.host.is_some()), size))
    });
    decoded.collect()
}

fn main() {
    println!("{:?}", sizes(&[b"ab\0\0\x09", b"1.1.1.1\0\0\x04", b"\xff\0aa", b"x\0\x01"]));
}
