//~ family: E0005-else-removed
mod wire {
    pub struct Header {
        pub kind: u8,
        pub size: u16,
    }

    pub fn header(bytes: &[u8]) -> Option<(Header, &[u8])> {
        let [kind, high, low, rest @ ..] = bytes else {
            return None;
        };
        let size = u16::from_be_bytes([*high, *low]);
        Some((Header { kind: *kind, size }, rest))
    }

    pub fn ends(bytes: &[u8]) -> Option<u8> {
        let &[first, .., last] = bytes else { return None };
        Some(first ^ last)
    }
}

fn report(packets: &[Vec<u8>]) {
    for packet in packets {
        let Some((header, rest)) = wire::header(packet) else {
            continue;
        };
        println!("kind {} of {} bytes, {} there", header.kind, header.size, rest.len());
    }
    let Some(Some(mark)) = packets.first().map(|packet| wire::ends(packet)) else {
        return;
    };
    println!("mark {mark:02x}");
}

fn main() {
    report(&[vec![4, 0, 2, 7, 9], vec![1], vec![8, 1, 0]]);
    report(&[]);
}
