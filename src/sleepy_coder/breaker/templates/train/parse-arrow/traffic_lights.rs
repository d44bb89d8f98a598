//~ family: parse-arrow
#[derive(Debug, Clone, Copy)]
enum Light {
    Red,
    Amber,
    Green,
}

impl Light {
    fn next(self) -> Light {
        match self {
            Light::Red => Light::Green,
            Light::Green => Light::Amber,
            Light::Amber => Light::Red,
        }
    }

    fn seconds(self) -> u32 {
        match self {
            Light::Red | Light::Green => 30,
            Light::Amber => 4,
        }
    }
}

fn main() {
    let mut light = Light::Red;
    let mut total = 0;
    for _ in 0..5 {
        total += light.seconds();
        light = light.next();
    }
    println!("{:?} after {}", light, total);
}
