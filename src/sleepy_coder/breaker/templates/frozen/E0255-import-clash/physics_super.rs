//~ family: E0255-import-clash
const GRAVITY: f32 = 9.8;

mod bodies {
    pub struct Body { pub mass: f32, pub height: f32 }

    pub fn energy(body: &Body, gravity: f32) -> f32 {
        body.mass * body.height * gravity
    }

    pub fn heavier(left: f32, right: f32) -> bool {
        left > right
    }
}

mod lab {
    use super::GRAVITY;
    use super::bodies::{Body, energy, heavier};

    pub fn compare(left: Body, right: Body) -> String {
        let (first, second) = (energy(&left, GRAVITY), energy(&right, GRAVITY));
        format!("{first:.1} {second:.1} {}", heavier(left.mass, right.mass))
    }
}

fn main() {
    let ball = bodies::Body { mass: 0.5, height: 10.0 };
    let brick = bodies::Body { mass: 2.0, height: 1.5 };
    println!("{}", lab::compare(ball, brick));
}
