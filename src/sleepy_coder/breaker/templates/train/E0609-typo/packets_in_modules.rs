//~ family: E0609-typo
mod wire {
    #[derive(Debug, Clone, Default)]
    pub struct Flags {
        pub urgent: bool,
        pub hops: u8,
    }

    #[derive(Debug, Clone, Default)]
    pub struct Packet {
        pub flags: Flags,
        pub payload: Vec<u8>,
        pub(crate) sequence: u32,
    }

    impl Packet {
        pub fn is_stale(&self) -> bool {
            let Flags { hops, .. } = self.flags;
            hops == 0 || self.payload.is_empty() && !self.flags.urgent
        }

        pub fn hop(&mut self) -> &mut Self {
            let flags = &mut self.flags;
            flags.hops = flags.hops.saturating_sub(1);
            self
        }
    }
}

use wire::Packet;

fn latest<'a>(packets: impl Iterator<Item = &'a Packet>) -> Option<&'a Packet> {
    packets.filter(|packet| !packet.is_stale()).reduce(|a, b| if a.sequence > b.sequence { a } else { b })
}

fn main() {
    let mut packets = vec![Packet::default(); 3];
    for (at, packet) in packets.iter_mut().enumerate() {
        packet.sequence = 10 * at as u32;
        packet.payload.extend([at as u8; 2]);
        packet.flags.hops += 2;
    }
    packets[2].hop().hop();
    match latest(packets.iter()) {
        Some(packet) if packet.flags.urgent => println!("urgent {}", packet.sequence),
        Some(packet) => println!("{} {:?}", packet.sequence, packet.payload),
        None => println!("{}", packets[0].sequence),
    }
}
