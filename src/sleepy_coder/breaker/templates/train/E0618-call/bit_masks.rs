//~ family: E0618-call
//~ vary u32: u32 | u64 | u16
const LOW: u32 = 15;
static SHIFTS: [u32; 3] = [0, 4, 8];

#[derive(Clone, Copy)]
struct Flags(u32);

impl Flags {
    fn pack(red: u32, green: u32, blue: u32) -> Flags {
        Flags((red & LOW) | (green & LOW) << SHIFTS[1] | (blue & LOW) << 8)
    }

    fn part(self, index: usize) -> Option<u32> {
        let shift = SHIFTS.get(index)?;
        let moved = self.0 >> shift;
        Some(moved & LOW)
    }
}

fn parity(mut bits: u32) -> bool {
    let mut odd = false;
    while bits != 0 {
        let lowest = bits & 1;
        odd ^= lowest == 1;
        bits >>= 1;
    }
    odd
}

fn main() {
    let flags = Flags::pack(3, 9, 12);
    let parts: Vec<u32> = (0..3).filter_map(|index| flags.part(index)).collect();
    if let [first, .., last] = parts.as_slice() {
        let spread = last.abs_diff(*first);
        println!("{:?} {}", parts, spread);
    }
    println!("{} {}", parity(flags.0), flags.part(3).is_none());
}
