//~ family: E0381-initialiser-removed
trait Digest {
    fn digest(&self, bytes: &[u8]) -> u64;
}

struct Xor;
struct Fletcher {
    modulus: u64,
}

impl Digest for Xor {
    fn digest(&self, bytes: &[u8]) -> u64 {
        let mut state = 0;
        let mut index = bytes.len();
        while index > 0 {
            index -= 1;
            state = (state << 1) ^ u64::from(bytes[index]);
        }
        state
    }
}

impl Digest for Fletcher {
    fn digest(&self, bytes: &[u8]) -> u64 {
        let (mut low, mut steps) = (1, 0_u64);
        let mut high: u64 = 0;
        loop {
            let Some(byte) = bytes.get(steps as usize) else {
                break high << 16 | low;
            };
            low = (low + u64::from(*byte)) % self.modulus;
            high = (high + low) % self.modulus;
            steps += 1;
        }
    }
}

fn parity(words: &[u32]) -> bool {
    let mut odd = false;
    for word in words {
        odd ^= word.count_ones() % 2 == 1;
    }
    odd
}

fn main() {
    let digests: [Box<dyn Digest>; 2] = [Box::new(Xor), Box::new(Fletcher { modulus: 255 })];
    for digest in &digests {
        println!("{:x}", digest.digest(b"moss"));
    }
    println!("{}", parity(&[7, 8, 1]));
}
