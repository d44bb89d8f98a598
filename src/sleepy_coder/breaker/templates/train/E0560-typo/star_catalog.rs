//~ family: E0560-typo
//~ vary f64: f64 | f32
//~ vary Vega: Vega | Rigel | Deneb
mod catalog {
    #[derive(Debug, Clone)]
    pub struct Star {
        pub designation: String,
        pub magnitude: f64,
        pub companions: Vec<Star>,
    }

    pub fn single(designation: &str, magnitude: f64) -> Star {
        Star { designation: designation.to_owned(), magnitude, companions: vec![] }
    }

    impl Star {
        pub fn joined_by(self, other: Star) -> Star {
            let mut companions = self.companions;
            companions.push(other);
            Star { designation: self.designation, magnitude: self.magnitude, companions }
        }

        pub fn brightest(&self) -> f64 {
            self.companions.iter().map(Star::brightest).fold(self.magnitude, f64::min)
        }
    }
}

use catalog::single;

fn main() {
    let double = single("Vega", 2.5).joined_by(single("Vega b", 1.5));
    let system = single("Anchor", 4.0).joined_by(double.clone());
    println!("{} {:.1}", system.designation, system.brightest());
    println!("{} companions around {}", double.companions.len(), double.designation);
}
