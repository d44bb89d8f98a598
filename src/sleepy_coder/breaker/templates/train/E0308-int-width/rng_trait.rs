//~ family: E0308-int-width
trait Random {
    fn next(&mut self) -> u32;

    fn wide(&mut self) -> u64 {
        u64::from_be_bytes(std::array::from_fn(|_| self.byte()))
    }

    fn byte(&mut self) -> u8 {
        (self.next() >> 13) as u8
    }
}

struct Lcg {
    state: u64,
}

impl Lcg {
    fn seeded(seed: u32) -> Self {
        Lcg { state: seed.into() }
    }
}

impl Random for Lcg {
    fn next(&mut self) -> u32 {
        self.state = self.state.wrapping_mul(6_364_136_223).wrapping_add(1);
        (self.state >> 32) as u32
    }
}

fn roll<R: Random>(random: &mut R, sides: Option<u8>) -> i64 {
    let Some(sides) = sides else {
        return random.next() as i64;
    };
    i64::from(random.byte() % sides)
}

fn main() {
    let mut random = Lcg::seeded(42);
    let rolls = (0..3).map(|_| roll(&mut random, Some(6))).collect::<Vec<i64>>();
    println!("{:?} {} {}", rolls, roll(&mut random, None), random.wide());
}
