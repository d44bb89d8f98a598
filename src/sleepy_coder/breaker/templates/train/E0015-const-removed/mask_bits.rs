//~ family: E0015-const-removed
//~ vary u32: u32 | u64
const fn low_mask(bits: u32) -> u32 {
    (1 << bits) - 1
}

const fn shifted(mask: u32, by: u32) -> u32 {
    mask << by
}

mod layout {
    pub const fn width_of(parts: &[u32]) -> u32 {
        let mut sum = 0;
        let mut at = 0;
        while at < parts.len() {
            sum += parts[at];
            at += 1;
        }
        sum
    }
}

const NIBBLE: u32 = low_mask(4);
const HIGH: u32 = shifted(NIBBLE, 4);
static TOTAL: u32 = layout::width_of(&[3, 5, 8]);

fn split(word: u32) -> (u32, u32) {
    (word & NIBBLE, (word & HIGH) >> 4)
}

fn main() {
    let (low, high) = split(0xa7);
    println!("{low} {high} of {}", TOTAL);
}
