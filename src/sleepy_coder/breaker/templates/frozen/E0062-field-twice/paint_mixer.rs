//~ family: E0062-field-twice
//~ vary u16: u16 | u32 | i32
trait Mix {
    fn mix(&self, with: &Self) -> Self;
}

struct Paint {
    red: u16,
    green: u16,
    blue: u16,
}

impl Mix for Paint {
    fn mix(&self, with: &Paint) -> Paint {
        Paint {
            red: (self.red + with.red) / 2,
            green: (self.green + with.green) / 2,
            blue: self.blue.max(with.blue),
        }
    }
}

fn main() {
    let wall = Paint { red: 80, green: 20, blue: 15 };
    let sky = Paint { red: 10, green: 40, blue: 95 };
    let mixed = wall.mix(&sky);
    println!("rgb({}, {}, {})", mixed.red, mixed.green, mixed.blue);
}
