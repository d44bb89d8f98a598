//~ family: E0425-typo
//~ vary f64: f64 | f32
//~ vary floor: floor | ceil | round
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Newtons(f64);

impl std::ops::Add for Newtons {
    type Output = Newtons;

    fn add(self, other: Newtons) -> Newtons {
        Newtons(self.0 + other.0)
    }
}

fn weight(mass: f64) -> Newtons {
    let gravity = 9.81;
    Newtons(mass * gravity)
}

fn pull_needed(mass: f64, wheels: u8) -> Newtons {
    let load = weight(mass);
    let friction = Newtons(0.4 * f64::from(wheels));
    let divided = load.0 / f64::from(wheels.max(1));
    Newtons(divided) + friction
}

fn main() {
    let limit = Newtons(150.0);
    let pulls: Vec<Newtons> = (1..=4).map(|wheels| pull_needed(45.0, wheels)).collect();
    for (index, pull) in pulls.iter().enumerate() {
        let verdict = if *pull < limit { "ok" } else { "too heavy" };
        println!("{} wheels: {} {verdict}", index + 1, pull.0.floor());
    }
}
