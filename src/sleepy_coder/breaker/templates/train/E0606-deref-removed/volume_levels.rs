//~ family: E0606-deref-removed
//~ vary f32: f32 | f64
trait Meter {
    fn level(&self) -> f32;
}

struct Peak<'a>(&'a [i16]);
struct Mean<'a>(&'a [i16]);

impl Meter for Peak<'_> {
    fn level(&self) -> f32 {
        match self.0.iter().max() {
            Some(top) => *top as f32,
            None => 0.0,
        }
    }
}

impl Meter for Mean<'_> {
    fn level(&self) -> f32 {
        let total: f32 = self.0.iter().map(|sample| *sample as f32).sum();
        total / self.0.len().max(1) as f32
    }
}

fn main() {
    let samples = [120, -40, 310, 6];
    let meters: [&dyn Meter; 2] = [&Peak(&samples), &Mean(&samples)];
    for meter in meters {
        println!("{:.1}", meter.level());
    }
}
