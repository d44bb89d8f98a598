//~ family: E0308-ok-method-removed
fn decode(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

fn column(letter: char) -> Option<u8> {
    let place = u32::from(letter).checked_sub(97)?;
    u8::try_from(place).ok()
}

fn main() {
    let pieces: [&[u8]; 3] = [b"salt", &[0xff, 0x61], b"mint"];
    for piece in pieces {
        println!("{:?}", decode(piece));
    }
    let columns: Vec<Option<u8>> = "cZ€".chars().map(column).collect();
    println!("{columns:?}");
}
