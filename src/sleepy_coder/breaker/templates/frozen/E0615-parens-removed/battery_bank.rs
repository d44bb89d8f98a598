//~ family: E0615-parens-removed
//~ vary u32: u32 | u64 | i32
trait Powered {
    fn charge(&self) -> u32;
    fn capacity(&self) -> u32;

    fn is_low(&self) -> bool {
        self.charge() * 4 < self.capacity()
    }
}

struct Lamp(u32);

struct Radio {
    cells: Vec<u32>,
}

impl Powered for Lamp {
    fn charge(&self) -> u32 {
        self.0
    }
    fn capacity(&self) -> u32 {
        60
    }
}

impl Powered for Radio {
    fn charge(&self) -> u32 {
        self.cells.iter().sum()
    }
    fn capacity(&self) -> u32 {
        self.cells.iter().map(|_| 45).sum()
    }
}

fn main() {
    let lamp = Lamp(11);
    let radio = Radio { cells: vec![20, 31] };
    let stored = lamp.charge() + radio.charge();
    println!("{stored} units, lamp low: {}, radio low: {}", lamp.is_low(), radio.is_low());
}
