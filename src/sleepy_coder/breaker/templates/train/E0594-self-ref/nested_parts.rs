//~ family: E0594-self-ref
struct Wheel {
    turns: u32,
}

struct Axle {
    wheels: (Wheel, Wheel),
}

struct Cart {
    axle: Box<Axle>,
    load: Vec<f32>,
}

impl Wheel {
    fn turn(&mut self) {
        self.turns += 1;
    }
}

impl Cart {
    fn roll(&mut self, times: u32) -> u32 {
        for _ in 0..times {
            self.axle.wheels.0.turn();
        }
        self.axle.wheels.1.turns = times;
        self.axle.wheels.0.turns
    }

    fn swap(&mut self, at: usize, weight: f32) -> Option<f32> {
        let old = *self.load.get(at)?;
        if weight > old {
            let doubled = weight * 2.0;
            self.load = vec![doubled; at + 1];
        }
        Some(old)
    }

    fn lighten(&mut self) {
        let mut shrink = |factor: f32| self.load = self.load.iter().map(|weight| weight * factor).collect();
        shrink(0.5);
        shrink(0.25);
    }
}

fn main() {
    let axle = Axle { wheels: (Wheel { turns: 0 }, Wheel { turns: 9 }) };
    let mut cart = Cart { axle: Box::new(axle), load: vec![4.0, 8.0] };
    println!("{} {:?} {:?}", cart.roll(3), cart.swap(1, 10.0), cart.swap(7, 1.0));
    cart.lighten();
    println!("{:?} {}", cart.load, cart.axle.wheels.1.turns);
}
