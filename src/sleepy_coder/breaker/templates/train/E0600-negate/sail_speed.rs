//~ family: E0600-negate
//~ vary f64: f64 | f32
//~ vary floor: floor | ceil | round
#[derive(Debug, Clone, Copy)]
enum Wind {
    Calm,
    Knots(f64),
}

fn speed(wind: Wind, length: f64) -> f64 {
    let hull = length * 0.4;
    match wind {
        Wind::Calm => 0.0,
        Wind::Knots(force) => {
            let push = force / 3.0;
            if push > hull { hull } else { push }
        }
    }
}

fn main() {
    let length = 12.5;
    for wind in [Wind::Calm, Wind::Knots(9.0), Wind::Knots(33.0)] {
        let made = speed(wind, length);
        println!("{:?} {:.2} {}", wind, made, made.floor());
    }
}
