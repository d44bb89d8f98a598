//~ family: E0050-parameter-count
mod audio {
    pub trait Effect {
        fn sample(&mut self, value: f64, rate: u32) -> f64;
        fn reset(&mut self);
    }

    pub struct Mute;
    pub struct Echo {
        pub last: f64,
    }

    impl Effect for Mute {
        fn sample(&mut self, _value: f64, _rate: u32) -> f64 {
            0.0
        }
        fn reset(&mut self) {}
    }

    impl Effect for Echo {
        fn sample(&mut self, value: f64, rate: u32) -> f64 {
            let mixed = value + self.last / f64::from(rate);
            self.last = value;
            mixed
        }
        fn reset(&mut self) {
            self.last = 0.5;
        }
    }
}

use audio::{Echo, Effect, Mute};

fn render(effect: &mut impl Effect, samples: &[f64]) -> Vec<f64> {
    effect.reset();
    samples.iter().map(|sample| effect.sample(*sample, 2)).collect()
}

fn main() {
    println!("{:?}", render(&mut Echo { last: 9.0 }, &[1.0, 2.0, 4.0]));
    println!("{:?}", render(&mut Mute, &[1.0]));
}
