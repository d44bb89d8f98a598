//~ family: E0594-self-ref
//~ vary u64: u64 | u128
//~ vary drunkard: drunkard | sparrow | beetle
struct Lcg {
    state: u64,
}

impl Lcg {
    fn roll(&mut self, sides: u64) -> u64 {
        self.state = (self.state * 1103 + 12345) % 65536;
        self.state % sides
    }
}

#[derive(Default)]
struct Walker {
    place: (i32, i32),
    trail: Vec<(i32, i32)>,
}

impl Walker {
    fn stride(&mut self, heading: u64) -> usize {
        let (x, y) = self.place;
        let moved = match heading {
            0 => (x + 1, y),
            1 => (x, y + 1),
            2 => (x - 1, y),
            _ => (x, y - 1),
        };
        self.trail.push(std::mem::replace(&mut self.place, moved));
        self.trail.len()
    }
}

fn main() {
    let mut dice = Lcg { state: 17 };
    let mut walker = Walker::default();
    while walker.stride(dice.roll(4)) < 10 {}
    println!("drunkard ended at {:?}", walker.place);
}
