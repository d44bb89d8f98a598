//~ family: E0277-int-float
//~ vary f32: f32 | f64
const GRAVITY: f32 = -9.8;
const FRAMES: u16 = 30;

struct Ball {
    height: f32,
    speed: f32,
    bounces: u8,
}

enum Easing {
    Linear,
    Steps { count: u32 },
    Power(i32),
}

impl Ball {
    fn frame(&mut self) -> bool {
        let step = 1.0 / FRAMES as f32;
        self.speed += GRAVITY * step;
        self.height += self.speed * step;
        if self.height < 0.0 {
            self.bounces += 1;
            self.height = 0.0;
            self.speed *= -0.6 - 0.01 * self.bounces as f32;
        }
        self.bounces < 3
    }
}

impl Easing {
    fn at(&self, time: f32) -> f32 {
        match *self {
            Easing::Linear => time,
            Easing::Steps { count } => (time * count as f32).floor() / 8.0,
            Easing::Power(exponent) if exponent > 1 => time.powi(exponent),
            Easing::Power(exponent) => {
                let root = 1.0 / exponent as f32;
                time.powf(root)
            }
        }
    }
}

fn simulate(mut ball: Ball) -> (u32, f32) {
    let mut frames = 0;
    while ball.frame() {
        frames += 1;
    }
    let seconds = frames as f32 * (1.0 / 30.0);
    (frames, seconds)
}

fn main() {
    let (frames, seconds) = simulate(Ball { height: 2.0, speed: 0.0, bounces: 0 });
    println!("{frames} {seconds:.2}");
    for easing in [Easing::Linear, Easing::Steps { count: 4 }, Easing::Power(3), Easing::Power(1)] {
        let slow = (0..4).map(|quarter| easing.at(0.25 * quarter as f32)).filter(|place| *place < 0.5).count();
        println!("{slow}");
    }
}
