//~ family: E0277-index-cast
//~ vary u32: u32 | u64
const HEX: &[u8; 16] = b"0123456789abcdef";

static DAYS: [u16; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

struct Date {
    month: u8,
    day: u16,
}

impl Date {
    fn of_year(&self) -> u16 {
        DAYS[self.month as usize] + self.day
    }
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for &byte in bytes {
        text.push(HEX[(byte >> 4) as usize] as char);
        text.push(char::from(HEX[(byte & 0xf) as usize]));
    }
    text
}

fn crc(bytes: &[u8]) -> u32 {
    let table: Vec<u32> =
        (0..256).map(|n| (0..8).fold(n, |c, _| if c & 1 == 1 { c >> 1 ^ 0xa001 } else { c >> 1 })).collect();
    bytes.iter().fold(0, |crc, byte| {
        let at = (crc ^ *byte as u32) & 0xff;
        crc >> 8 ^ table[at as usize]
    })
}

fn histogram(text: &str) -> [u32; 26] {
    let mut counts = [0; 26];
    for byte in text.bytes().filter(u8::is_ascii_lowercase) {
        counts[(byte - b'a') as usize] += 1;
    }
    counts
}

fn main() {
    println!("{} {:x} {}", hex(&[7, 200]), crc(b"check"), Date { month: 3, day: 14 }.of_year());
    println!("{}", histogram("banana")[0]);
}
