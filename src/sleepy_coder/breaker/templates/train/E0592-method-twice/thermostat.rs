//~ family: E0592-method-twice
struct Thermostat {
    target: i32,
    history: Vec<i32>,
}

impl Thermostat {
    fn new(target: i32) -> Thermostat {
        Thermostat { target, history: vec![target] }
    }

    fn raise(&mut self, by: i32) {
        self.target += by;
        self.history.push(self.target);
    }

    fn highest(&self) -> i32 {
        self.history.iter().copied().max().unwrap_or(self.target)
    }
}

fn main() {
    let mut hall = Thermostat::new(19);
    hall.raise(3);
    hall.raise(-5);
    println!("{} now, {} at most", hall.target, hall.highest());
}
