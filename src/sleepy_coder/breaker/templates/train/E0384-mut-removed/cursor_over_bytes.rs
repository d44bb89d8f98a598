//~ family: E0384-mut-removed
//~ vary u8: u8 | u16 | u32
#[derive(Debug)]
struct Varint {
    value: u64,
    width: usize,
}

fn read(bytes: &[u8]) -> Result<Varint, String> {
    let mut value = 0u64;
    let mut shift = 0;
    for (width, &byte) in bytes.iter().enumerate() {
        value |= u64::from(byte & 0x3f) << shift;
        if byte < 0x40 {
            return Ok(Varint { value, width: width + 1 });
        }
        shift += 6;
    }
    Err(format!("cut off after {} bytes", bytes.len()))
}

fn sum(mut bytes: &[u8]) -> Result<u64, String> {
    let mut total: u64 = 0;
    while !bytes.is_empty() {
        let Varint { value, width } = read(bytes)?;
        total = total.checked_add(value).ok_or("too big")?;
        bytes = &bytes[width..];
    }
    Ok(total)
}

fn checksum(parts: &[Vec<u8>]) -> u32 {
    parts.iter().flatten().fold(1, |mut hash, byte| {
        hash ^= *byte as u32;
        hash.rotate_left(5)
    })
}

fn main() {
    println!("{:?} {:?}", sum(&[0x41, 0x02, 0x07]), read(&[0x50]));
    println!("{}", checksum(&[vec![1, 9], vec![4]]));
}
