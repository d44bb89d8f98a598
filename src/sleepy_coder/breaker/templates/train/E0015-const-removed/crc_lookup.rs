//~ family: E0015-const-removed
struct Crc {
    table: [u16; 16],
}

impl Crc {
    const POLY: u16 = reversed(0x1021);

    const fn build(poly: u16) -> Crc {
        let mut table = [0; 16];
        let mut n = 0;
        while n < 16 {
            let mut value = n as u16;
            let mut round = 0;
            loop {
                if round == 4 {
                    break;
                }
                value = if value & 1 == 1 {
                    (value >> 1) ^ poly
                } else {
                    value >> 1
                };
                round += 1;
            }
            table[n] = value;
            n += 1;
        }
        Crc { table }
    }

    fn sum(&self, bytes: &[u8]) -> u16 {
        bytes.iter().fold(0xffff, |crc, byte| {
            let low = (crc ^ u16::from(*byte)) & 15;
            let crc = (crc >> 4) ^ self.table[usize::from(low)];
            (crc >> 4) ^ self.table[usize::from((crc ^ u16::from(byte >> 4)) & 15)]
        })
    }
}

const fn reversed(word: u16) -> u16 {
    word.reverse_bits()
}

static CRC: Crc = Crc::build(Crc::POLY);

fn main() {
    for text in ["", "sea", "sae"] {
        println!("{text:?} {:04x}", CRC.sum(text.as_bytes()));
    }
}
