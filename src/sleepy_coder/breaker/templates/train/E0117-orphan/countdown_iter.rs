//~ family: E0117-orphan
/// Counts down by a step, and never below its floor.
#[derive(Debug, Clone, Copy)]
pub struct Countdown {
    left: i32,
    step: i32,
}

impl Iterator for Countdown {
    type Item = i32;

    fn next(&mut self) -> Option<i32> {
        (self.left > Self::FLOOR).then(|| {
            let now = self.left;
            self.left -= self.step;
            now
        })
    }
}

impl Countdown {
    const FLOOR: i32 = 0;
}

impl Default for Countdown {
    fn default() -> Self {
        Countdown { left: 10, step: 3 }
    }
}

pub fn halves(numbers: &mut dyn Iterator<Item = i32>) -> Vec<f64> {
    numbers.map(|number| f64::from(number) / 2.0).collect()
}

pub union Bits {
    whole: u32,
    parts: [u8; 4],
}

pub fn low_byte(value: u32) -> u8 {
    let bits = Bits { whole: value.to_le() };
    unsafe { bits.parts[0] }
}

fn main() {
    println!("{:?}", halves(&mut Countdown::default()));
    println!("{}", low_byte(770));
}
