//~ family: E0506-borrow
#[derive(Clone, Copy, Debug, PartialEq)]
enum Light {
    Red,
    Green,
    Amber,
}

struct Crossing {
    lights: Vec<Light>,
    changes: usize,
}

impl Crossing {
    fn step(&mut self, which: usize) -> (Light, Light) {
        let was = self.lights[which];
        self.changes += 1;
        self.lights = self
            .lights
            .iter()
            .map(|light| match light {
                Light::Red => Light::Green,
                Light::Green => Light::Amber,
                Light::Amber => Light::Red,
            })
            .collect();
        (was, self.lights[which])
    }
}

fn main() {
    let mut crossing = Crossing { lights: vec![Light::Red, Light::Amber], changes: 0 };
    println!("{:?}", crossing.step(0));
    println!("{:?}", crossing.step(1));
    let changes = crossing.changes;
    crossing.changes = 0;
    println!("{changes} then {}", crossing.changes);
}
