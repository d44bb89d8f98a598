//~ family: E0618-call
//~ vary f64: f64 | f32
use std::ops::ControlFlow::{self, Break, Continue};

#[derive(Debug, Clone, Copy, PartialEq)]
struct Body {
    height: f64,
    speed: f64,
}

mod world {
    pub const GRAVITY: f64 = 9.81;
    pub static NAME: &str = "earth";
}

fn step(body: Body, seconds: f64) -> ControlFlow<f64, Body> {
    let speed = body.speed - world::GRAVITY * seconds;
    let height = body.height + speed * seconds;
    if height < 0.0 {
        let impact = speed.abs();
        return Break(impact);
    }
    Continue(Body { height, speed })
}

fn simulate(start: Body, seconds: f64) -> (usize, Option<f64>) {
    let mut body = start;
    let mut steps = 0;
    let impact = loop {
        body = match step(body, seconds) {
            Continue(next) => next,
            Break(impact) => break Some(impact),
        };
        steps += 1;
        if steps > 40 {
            break None;
        }
    };
    (steps, impact)
}

fn main() {
    let start = Body { height: 12.5, speed: 0.0 };
    let (steps, impact) = simulate(start, 0.25);
    let place = world::NAME.to_uppercase();
    println!("{place}: {steps} steps, {impact:?}");
}
