//~ family: parse-and
struct Ship {
    metres: u32,
    pilot: bool,
    flag: &'static str,
}

impl Ship {
    fn may_enter(&self, tide: u32, night: bool) -> bool {
        if self.pilot || self.metres < 40 {
            return tide > 2 && (!night || self.pilot);
        }
        false
    }
}

fn main() {
    let ships = [
        Ship { metres: 22, pilot: false, flag: "green" },
        Ship { metres: 130, pilot: true, flag: "blue" },
        Ship { metres: 70, pilot: false, flag: "white" },
    ];
    for night in [false, true] {
        for ship in ships.iter().filter(|ship| ship.may_enter(4, night)) {
            println!("{} enters, night {}", ship.flag, night);
        }
    }
}
