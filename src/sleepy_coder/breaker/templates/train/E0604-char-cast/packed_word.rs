//~ family: E0604-char-cast
//~ vary u64: u64 | u32
fn pack(word: &str) -> u64 {
    word.bytes().take(4).fold(0, |packed, byte| packed << 8 | u64::from(byte))
}

fn unpack(mut packed: u64) -> String {
    let mut letters: Vec<char> = Vec::new();
    while packed > 0 {
        let low = packed & 0xff;
        letters.push(low as u8 as char);
        packed >>= 8;
    }
    letters.into_iter().rev().collect()
}

fn main() {
    let packed = pack("moss");
    println!("{packed} {}", unpack(packed));
    println!("{}", unpack(packed >> 16));
}
