//~ family: E0381-initialiser-removed
struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Iterator for Bits<'_> {
    type Item = bool;

    fn next(&mut self) -> Option<bool> {
        let byte = self.bytes.get(self.at / 8)?;
        let bit = byte >> (7 - self.at % 8) & 1;
        self.at += 1;
        Some(bit == 1)
    }
}

fn varint(bits: impl Iterator<Item = bool>) -> Option<u32> {
    let mut value: u32 = 0;
    let mut read = 0;
    for bit in bits {
        value = value << 1 | u32::from(bit);
        read += 1;
        if read % 4 == 0 && !bit {
            return Some(value);
        }
    }
    None
}

fn longest_run(mut bits: Bits<'_>) -> usize {
    let (mut best, mut here) = (0, 0);
    let mut last: Option<bool> = None;
    while let Some(bit) = bits.next() {
        here = if last == Some(bit) { here + 1 } else { 1 };
        best = here.max(best);
        last = Some(bit);
    }
    best
}

fn main() {
    let bytes = [0b1011_0111, 0b1110_0001];
    println!("{:?} {}", varint(Bits { bytes: &bytes, at: 0 }), longest_run(Bits { bytes: &bytes, at: 4 }));
}
