//~ family: parse-keyword
struct Pump {
    litres: u32,
    running: bool,
}

impl Pump {
    fn idle() -> Pump {
        Pump { litres: 0, running: false }
    }

    pub fn toggle(&mut self) {
        self.running = !self.running;
    }

    fn tick(&mut self, rate: u32) {
        let gained = if self.running { rate } else { 0 };
        self.litres += gained;
    }
}

fn report(pump: &Pump) -> String {
    let state = if pump.running { "on" } else { "off" };
    format!("{} litres, {}", pump.litres, state)
}

fn main() {
    let mut pump = Pump::idle();
    for minute in 0..6 {
        if minute % 2 == 1 {
            pump.toggle();
        }
        pump.tick(15);
    }
    println!("{}", report(&pump));
}
