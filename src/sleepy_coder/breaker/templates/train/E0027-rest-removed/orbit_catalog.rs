//~ family: E0027-rest-removed
//~ vary f64: f64 | f32
mod catalog {
    pub struct Body {
        pub label: String,
        pub mass: f64,
        pub orbit: Orbit,
    }

    pub struct Orbit {
        pub radius: f64,
        pub tilt: f64,
        pub moons: Vec<Body>,
    }

    impl Body {
        pub fn heaviest<'a>(bodies: &'a [Body]) -> Option<&'a Body> {
            bodies.iter().max_by(|Body { mass: left, .. }, Body { mass: right, .. }| left.total_cmp(right))
        }
    }

    pub fn moon_count(Body { orbit: Orbit { moons, .. }, .. }: &Body) -> usize {
        moons.len() + moons.iter().map(moon_count).sum::<usize>()
    }
}

use catalog::{Body, Orbit};

fn main() {
    let moon = Body { label: "moon".to_string(), mass: 0.01, orbit: Orbit { radius: 0.4, tilt: 5.1, moons: vec![] } };
    let earth =
        Body { label: "earth".to_string(), mass: 1.0, orbit: Orbit { radius: 1.0, tilt: 0.0, moons: vec![moon] } };
    println!("{}", catalog::moon_count(&earth));
    let Orbit { tilt, radius, .. } = &earth.orbit;
    println!("{tilt:.1} {radius:.1}");
    if let Some(Body { label, .. }) = Body::heaviest(&[earth]) {
        println!("{label}");
    }
}
