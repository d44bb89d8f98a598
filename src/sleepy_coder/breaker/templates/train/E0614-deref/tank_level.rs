//~ family: E0614-deref
//~ vary f64: f64 | f32
#[derive(Debug, Clone, Copy)]
enum Valve {
    Open,
    Shut,
}

struct Tank {
    level: f64,
    valve: Valve,
}

impl Tank {
    fn pour(&mut self, amount: f64) -> bool {
        match self.valve {
            Valve::Shut => false,
            Valve::Open => {
                let after = self.level + amount;
                self.level = after.min(100.0);
                after > 100.0
            }
        }
    }
}

fn main() {
    let mut tank = Tank { level: 60.5, valve: Valve::Open };
    let spilled = tank.pour(45.0);
    tank.valve = Valve::Shut;
    let again = tank.pour(1.0);
    println!("{:.1} spilled {} {} ({:?})", tank.level, spilled, again, tank.valve);
}
