//~ family: E0050-parameter-count
use std::collections::HashMap;

#[derive(Default)]
struct World {
    scores: HashMap<&'static str, i64>,
    ticks: u64,
}

trait Actor<W> {
    fn name(&self) -> &'static str;
    fn act(&mut self, world: &mut W, rng: u64, paused: bool) -> Option<i64>;
    fn hears(&self, _from: &str, _volume: f32) -> bool {
        false
    }
}

struct Miner {
    depth: i64,
}

struct Sleeper;

impl Actor<World> for Miner {
    fn name(&self) -> &'static str {
        "miner"
    }

    fn act(&mut self, world: &mut World, rng: u64, paused: bool) -> Option<i64> {
        world.ticks += 1;
        self.depth += (rng % 4) as i64;
        (!paused).then_some(self.depth)
    }
}

impl<W> Actor<W> for Sleeper {
    fn name(&self) -> &'static str {
        "sleeper"
    }

    fn act(&mut self, _world: &mut W, _rng: u64, _paused: bool) -> Option<i64> {
        None
    }

    fn hears(&self, from: &str, volume: f32) -> bool {
        volume > 0.5 && !from.is_empty()
    }
}

fn main() {
    let mut world = World::default();
    let mut actors: Vec<Box<dyn Actor<World>>> = vec![Box::new(Miner { depth: 3 }), Box::new(Sleeper)];
    for actor in &mut actors {
        if let Some(points) = actor.act(&mut world, 42, false) {
            *world.scores.entry(actor.name()).or_default() += points;
        }
    }
    println!("{:?} {} {}", world.scores, world.ticks, actors[1].hears("bell", 0.75));
}
