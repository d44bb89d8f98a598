//~ family: E0308-int-width
//~ vary u32: u32 | u64
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum: u32 = 7;
    for byte in bytes {
        sum = mix(sum, u32::from(*byte));
    }
    sum
}

fn mix(sum: u32, value: u32) -> u32 {
    (sum * 31 + value) % 65_521
}

fn pad(bytes: &mut Vec<u8>, width: u8) {
    let wanted: usize = width.into();
    while bytes.len() < wanted {
        bytes.push(0);
    }
}

fn main() {
    let mut bytes = b"harbour".to_vec();
    println!("{}", checksum(&bytes));
    pad(&mut bytes, 10);
    println!("{} {}", bytes.len(), checksum(&bytes));
}
