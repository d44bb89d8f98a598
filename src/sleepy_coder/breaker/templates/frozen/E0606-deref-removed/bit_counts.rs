//~ family: E0606-deref-removed
//~ vary u64: u64 | u32
#[derive(Default)]
struct Mask {
    bits: u64,
}

impl Mask {
    fn with(mut self, flags: &[bool]) -> Mask {
        for (place, flag) in flags.iter().enumerate() {
            self.bits |= (*flag as u64) << place;
        }
        self
    }

    fn weight(flags: &[bool]) -> usize {
        flags.iter().fold(0, |sum, flag| sum + *flag as usize)
    }
}

fn main() {
    let flags = [true, false, true, true];
    let mask = Mask::default().with(&flags);
    println!("{} {}", mask.bits, Mask::weight(&flags));
}
