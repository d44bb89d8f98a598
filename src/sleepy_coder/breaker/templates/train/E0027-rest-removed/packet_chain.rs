//~ family: E0027-rest-removed
//~ vary u16: u16 | u32
#[derive(Debug, Clone, Copy)]
struct Header {
    port: u16,
    ttl: u8,
    urgent: bool,
}

#[derive(Debug)]
enum Packet<'p> {
    Data { header: Header, body: &'p [u8] },
    Ack { header: Header, number: u16, window: u16 },
    Reset,
}

impl<'p> Packet<'p> {
    fn header(&self) -> Option<Header> {
        match *self {
            Packet::Data { header, .. } | Packet::Ack { header, .. } => Some(header),
            Packet::Reset => None,
        }
    }

    fn is_late(&self) -> bool {
        let Some(Header { ttl, .. }) = self.header() else {
            return false;
        };
        ttl < 3
    }
}

fn route(packets: &[Packet<'_>]) -> Result<Vec<u16>, String> {
    packets
        .iter()
        .filter(|packet| !packet.is_late())
        .map(|packet| match packet {
            Packet::Ack { number, window, .. } => Ok(number.min(window).to_owned()),
            Packet::Data { body: [], .. } => Err("empty body".to_string()),
            Packet::Data {
                body: [first, ..],
                header: Header {
                    urgent: false, port, ..
                },
            } => Ok(port + u16::from(*first)),
            Packet::Data { body, .. } => Ok(body.len() as u16),
            Packet::Reset => Err(format!("reset after {}", packets.len())),
        })
        .collect()
}

fn main() {
    let header = Header {
        port: 80,
        ttl: 9,
        urgent: false,
    };
    let data = Packet::Data { header, body: b"abc" };
    let late = Packet::Ack {
        header: Header {
            ttl: 1,
            urgent: true,
            ..header
        },
        number: 3,
        window: 7,
    };
    println!("{:?}", route(&[data, late]));
    println!("{:?}", route(&[Packet::Reset]));
}
