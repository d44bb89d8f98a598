//~ family: E0594-self-ref
//~ vary i32: i32 | i64
//~ vary cellar: cellar | attic | garage
#[derive(Debug)]
struct Thermostat {
    room: String,
    target: i32,
    heating: bool,
}

impl Thermostat {
    fn raise(&mut self, degrees: i32) {
        self.target += degrees;
    }

    fn react(&mut self, measured: i32) -> bool {
        self.heating = measured < self.target;
        self.heating
    }

    fn describe(&self) -> String {
        let mode = if self.heating { "heating" } else { "idle" };
        format!("{}: {} (target {})", self.room, mode, self.target)
    }
}

fn main() {
    let mut unit = Thermostat { room: "cellar".to_string(), target: 15, heating: false };
    for measured in [12, 16, 19] {
        let on = unit.react(measured);
        println!("{measured} -> {on}");
        unit.raise(2);
    }
    println!("{}", unit.describe());
}
