//~ family: E0594-shared-reference
use std::collections::{HashMap, VecDeque};

#[derive(Debug, Default)]
struct Body {
    at: [f64; 2],
    speed: (f64, f64),
    hits: Option<u8>,
}

struct World {
    bodies: HashMap<&'static str, Body>,
    events: VecDeque<Event>,
}

enum Event {
    Hit { name: &'static str },
    Wind(f64),
}

impl World {
    fn step(&mut self) {
        for body in self.bodies.values_mut() {
            body.at[0] += body.speed.0;
        }
        if let Some(Event::Wind(force)) = self.events.front_mut() {
            *force = 0.5;
        }
    }

    fn handle(bodies: &mut HashMap<&'static str, Body>, event: Event) -> Option<()> {
        match event {
            Event::Hit { name } => {
                let body = bodies.get_mut(name)?;
                body.hits = Some(body.hits.map_or(1, |hits| hits + 1));
            }
            Event::Wind(force) => bodies.iter_mut().for_each(|(_, body)| body.speed.1 -= force),
        }
        Some(())
    }
}

fn stop(Body { speed, .. }: &mut Body) {
    *speed = (0.0, 0.0);
}

fn main() {
    let bodies = HashMap::from([("ball", Body { speed: (1.0, 2.0), ..Body::default() })]);
    let mut world = World { bodies, events: VecDeque::from([Event::Wind(3.0), Event::Hit { name: "ball" }]) };
    world.step();
    while let Some(event) = world.events.pop_front() {
        World::handle(&mut world.bodies, event);
    }
    println!("{:?}", world.bodies["ball"]);
    world.bodies.values_mut().for_each(stop);
    println!("{:?}", world.bodies["ball"].speed);
}
