//~ family: E0424-self-param-removed
//~ vary guppy: guppy | tetra | betta
trait Feeding {
    fn portion(&self) -> u32 {
        1
    }
}

#[derive(Clone)]
struct Fish {
    species: &'static str,
    grams: u32,
}

impl Feeding for Fish {}

impl Fish {
    fn portion(&self) -> u32 {
        match self.grams {
            0 => 0,
            light if light < 20 => 2,
            heavy => heavy / 10,
        }
    }

    fn grow(&mut self, factor: u32) {
        self.grams *= factor;
    }
}

fn feed_all(tank: &[Fish]) -> u32 {
    tank.iter().map(|fish| fish.portion()).sum()
}

fn main() {
    let guppy = Fish { species: "guppy", grams: 8 };
    let mut tank = vec![guppy.clone(), Fish { species: "carp", grams: 90 }];
    println!("{} pellets for {}", feed_all(&tank), tank.len());
    tank.retain(|fish| fish.species != guppy.species);
    println!("{} pellets without the small one", feed_all(&tank));
}
