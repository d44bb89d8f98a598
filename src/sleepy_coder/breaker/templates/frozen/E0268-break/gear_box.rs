//~ family: E0268-break
struct GearBox {
    gear: i8,
    clutch: bool,
}

impl GearBox {
    fn shift(&mut self, by: i8) -> Option<i8> {
        if !self.clutch {
            return None;
        }
        let wanted = self.gear + by;
        match wanted {
            -1..=6 => self.gear = wanted,
            0 => return Some(0),
            _ => return Some(self.gear),
        }
        self.clutch = false;
        Some(wanted)
    }
}

fn main() {
    let mut gears = GearBox { gear: 1, clutch: true };
    println!("{:?}", gears.shift(2));
    println!("{:?}", gears.shift(1));
    gears.clutch = true;
    println!("{:?} {}", gears.shift(9), gears.gear);
}
