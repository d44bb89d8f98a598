//~ family: E0277-compare-reference
fn parity(bits: &[bool]) -> bool {
    let mut odd = false;
    for bit in bits {
        odd = *bit != odd;
    }
    odd
}

fn differing(left: &[u8], right: &[u8]) -> usize {
    left.iter().zip(right.iter().copied()).filter(|(one, other)| **one != *other).count()
}

fn main() {
    println!("{} {}", parity(&[true, true, true]), parity(&[true, false, true]));
    println!("{}", differing(b"cloud", b"clown"));
}
