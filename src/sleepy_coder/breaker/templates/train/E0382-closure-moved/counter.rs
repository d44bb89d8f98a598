//~ family: E0382-closure-moved
//~ vary u32: u32 | u64
struct Sensor {
    id: u32,
    readings: Vec<u32>,
}

impl Sensor {
    fn above<F: Fn(u32) -> bool>(&self, test: F) -> usize {
        self.readings.iter().filter(|reading| test(**reading)).count()
    }
}

fn main() {
    let sensor = Sensor { id: 7, readings: vec![12, 55, 31, 70] };
    let limits = vec![30, 60];
    for limit in &limits {
        println!("sensor {}: {} above {limit}", sensor.id, sensor.above(|reading| reading > *limit));
    }
    let strict = |reading: u32| limits.iter().all(|limit| reading > *limit);
    println!("above all: {}", sensor.above(strict));
    println!("limits: {limits:?}");
}
