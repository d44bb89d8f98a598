//~ family: E0308-int-width
//~ vary u64: u64 | u128
struct BitSet {
    words: Vec<u64>,
}

impl BitSet {
    fn with_bits(bits: &[u8]) -> Self {
        let mut set = BitSet { words: vec![0; 4] };
        bits.iter().for_each(|bit| set.insert(usize::from(*bit)));
        set
    }

    fn insert(&mut self, bit: usize) {
        self.words[bit / 64] |= 1 << (bit % 64);
    }

    fn count(&self) -> u64 {
        let ones: u32 = self.words.iter().map(|word| word.count_ones()).sum();
        ones as u64
    }
}

fn packed(red: u8, green: u8, blue: u8) -> u32 {
    u32::from_be_bytes([0, red, green, blue])
}

fn channel(color: u32, place: char) -> Option<u8> {
    match place {
        'r' => Some((color >> 16) as u8),
        'g' => Some((color >> 8 & 0xff) as u8),
        _ => None,
    }
}

fn main() {
    let set = BitSet::with_bits(&[3, 70, 3, 201]);
    let color = packed(18, 200, 7);
    println!("{} {:06x} {:?} {:?}", set.count(), color, channel(color, 'g'), channel(color, 'x'));
}
