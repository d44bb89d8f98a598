//~ family: E0610-field
//~ vary f32: f32 | f64
mod colour {
    #[derive(Debug, Clone, Copy)]
    pub struct Rgb {
        pub red: u8,
        pub green: u8,
        pub blue: u8,
    }

    fn mix(a: u8, b: u8, ratio: f32) -> u8 {
        let blended = f32::from(a) * (1.0 - ratio) + f32::from(b) * ratio;
        blended.round() as u8
    }

    impl Rgb {
        pub fn blend(self, other: Rgb, ratio: f32) -> Rgb {
            let clamped = ratio.clamp(0.0, 1.0);
            Rgb {
                red: mix(self.red, other.red, clamped),
                green: mix(self.green, other.green, clamped),
                blue: mix(self.blue, other.blue, clamped),
            }
        }

        pub fn grey(level: u8) -> Rgb {
            Rgb { red: level, green: level, blue: level }
        }

        pub fn packed(self) -> u32 {
            let [red, green, blue] = [self.red, self.green, self.blue].map(u32::from);
            red << 16 | green << 8 | blue
        }
    }
}

use colour::Rgb;

fn gradient(steps: u8) -> impl Iterator<Item = Rgb> {
    let white = Rgb::grey(u8::MAX);
    (0..=steps).map(move |step| {
        let ratio = f32::from(step) / f32::from(steps);
        Rgb::grey(0).blend(white, ratio)
    })
}

fn main() {
    let codes: Vec<String> = gradient(4).map(|rgb| format!("{:06x}", rgb.packed())).collect();
    println!("{}", codes.join(" "));
    let mut bright = 0;
    for rgb in gradient(9) {
        let level = rgb.green;
        if level > 128 {
            bright += 1;
        }
    }
    println!("{bright}");
}
