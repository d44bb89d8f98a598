//~ family: E0596-shared-reference
//~ vary f32: f32 | f64
trait Force {
    fn apply(&self, body: &Body, log: &mut Vec<f32>);
}

#[derive(Debug, Clone, Default)]
struct Body {
    at: Vec<f32>,
    speed: Vec<f32>,
}

struct Gravity(f32);
struct Drag;

impl Force for Gravity {
    fn apply(&self, body: &Body, log: &mut Vec<f32>) {
        log.extend(body.speed.iter().map(|speed| speed - self.0));
    }
}

impl Force for Drag {
    fn apply(&self, body: &Body, log: &mut Vec<f32>) {
        let top = body.speed.iter().fold(0.0, |most: f32, speed| most.max(speed.abs()));
        let newest = &mut *log;
        newest.push(top * 0.5);
    }
}

fn trim(bodies: &mut [Body], most: usize) {
    bodies.iter_mut().for_each(|body| body.at.truncate(most));
}

fn main() {
    let mut bodies = vec![Body::default(), Body { at: vec![1.0, 2.0, 5.0], speed: vec![4.0, 0.0] }];
    let forces: [&dyn Force; 2] = [&Gravity(9.5), &Drag];
    let mut log = Vec::new();
    forces.iter().for_each(|force| force.apply(&bodies[1], &mut log));
    trim(&mut bodies, 2);
    if let Some(body) = bodies.last_mut() {
        body.at.append(&mut log);
    }
    println!("{bodies:?} {log:?}");
}
