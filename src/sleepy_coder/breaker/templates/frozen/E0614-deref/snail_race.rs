//~ family: E0614-deref
//~ vary u8: u8 | u16 | i32
trait Racer {
    fn stride(&self, turn: u8) -> u8;
}

struct Steady(u8);
struct Moody {
    calm: u8,
    wild: u8,
}

impl Racer for Steady {
    fn stride(&self, _turn: u8) -> u8 {
        self.0
    }
}

impl Racer for Moody {
    fn stride(&self, turn: u8) -> u8 {
        if turn % 3 == 0 { self.wild } else { self.calm }
    }
}

fn main() {
    let racers: Vec<Box<dyn Racer>> = vec![Box::new(Steady(4)), Box::new(Moody { calm: 2, wild: 8 })];
    for racer in racers.iter() {
        let early = racer.stride(0);
        let late = racer.stride(1);
        let both = early + late;
        println!("{} then {} makes {}", early, late, both);
    }
}
