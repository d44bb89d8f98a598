//~ family: E0610-field
//~ vary u32: u32 | u64 | u16
#[derive(Clone, Copy)]
struct Flags {
    bits: u32,
}

impl Flags {
    const WIDTH: u32 = 6;

    fn with(self, place: u32) -> Flags {
        let mask = 1 << (place % Self::WIDTH);
        Flags { bits: self.bits | mask }
    }

    fn runs(self) -> Vec<(u32, u32)> {
        let mut found = Vec::new();
        let mut start = None;
        for place in 0..=Self::WIDTH {
            let on = self.bits >> place & 1 == 1;
            start = match (start, on) {
                (None, true) => Some(place),
                (Some(from), false) => {
                    found.push((from, place));
                    None
                }
                (same, _) => same,
            };
        }
        found
    }
}

fn checksum(bytes: &[u8]) -> u8 {
    let mut low: u8 = 1;
    let mut high: u8 = 0;
    bytes.iter().for_each(|byte| {
        low = low.wrapping_add(*byte);
        high = high.rotate_left(1) ^ low;
    });
    high & low
}

fn main() {
    let flags = Flags { bits: 0 }.with(1).with(2).with(4);
    println!("{:?} {:#b} {}", flags.runs(), flags.bits, checksum(b"rust"));
}
