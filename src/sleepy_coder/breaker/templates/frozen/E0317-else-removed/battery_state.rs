//~ family: E0317-else-removed
enum Power {
    Mains,
    Battery(u8),
}

struct Laptop {
    power: Power,
    lowest: u8,
}

impl Laptop {
    fn warning(&self) -> Option<String> {
        match self.power {
            Power::Mains => None,
            Power::Battery(left) => {
                if left < 20 {
                    Some(format!("{left} percent"))
                } else {
                    None
                }
            }
        }
    }

    fn note(&mut self) {
        if let Power::Battery(left) = self.power {
            self.lowest = if left < self.lowest { left } else { self.lowest };
        }
    }
}

fn main() {
    let mut laptop = Laptop { power: Power::Battery(12), lowest: 90 };
    laptop.note();
    println!("{:?} {}", laptop.warning(), laptop.lowest);
    laptop.power = Power::Battery(55);
    laptop.note();
    println!("{:?} {}", laptop.warning(), laptop.lowest);
    laptop.power = Power::Mains;
    println!("{:?}", laptop.warning());
}
