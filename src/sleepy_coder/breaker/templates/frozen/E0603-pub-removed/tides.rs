//~ family: E0603-pub-removed
//~ vary f64: f64 | f32
//~ vary marina: marina | jetty | delta
mod sea {
    pub type Metres = f64;

    #[derive(Clone, Copy)]
    pub struct Reading(pub Metres);

    pub fn smooth(readings: &[Reading]) -> Vec<Metres> {
        readings.windows(2).map(|pair| pair.iter().map(|reading| reading.0).sum::<f64>() / 2.0).collect()
    }

    pub mod alarm {
        pub fn flooded(level: f64, wall: f64) -> Option<f64> {
            (level > wall).then(|| level - wall)
        }
    }
}

fn main() {
    let readings: Vec<_> = [1.2, 2.6, 3.4, 2.0].into_iter().map(sea::Reading).collect();
    println!("marina with {} readings", readings.len());
    for level in sea::smooth(&readings) {
        match sea::alarm::flooded(level, 2.5) {
            Some(excess) => println!("{level:.2} m, {excess:.2} over the wall"),
            None => println!("{level:.2} m"),
        }
    }
}
