//~ family: E0435-const-removed
//~ vary f32: f32 | f64
use std::array;
use std::rc::Rc;

trait Source {
    fn sample(&self, time: usize) -> f32;
}

struct Square {
    period: usize,
}

impl Source for Square {
    fn sample(&self, time: usize) -> f32 {
        const LEVELS: usize = 2;
        let levels: [f32; LEVELS] = [-1.0, 1.0];
        levels[time / self.period.max(1) % 2]
    }
}

#[derive(Clone, Default)]
struct Mixer {
    sources: Vec<(f32, Option<Rc<Square>>)>,
}

impl Mixer {
    fn with(mut self, gain: f32, period: usize) -> Self {
        self.sources.push((gain, Some(Rc::new(Square { period }))));
        self
    }

    fn block(&self) -> Result<f32, &'static str> {
        const BLOCK: usize = 6;
        let mix =
            |time| self.sources.iter().flat_map(|(gain, source)| Some(gain * source.as_ref()?.sample(time))).sum();
        let block: [f32; BLOCK] = array::from_fn(mix);
        if self.sources.is_empty() {
            return Err("silence");
        }
        Ok(block.into_iter().fold(0.0, f32::max))
    }
}

fn meter(loudest: f32) -> String {
    match loudest {
        level if level > 0.75 => {
            const WIDE: usize = 5;
            let bar = [b'#'; WIDE];
            String::from_utf8_lossy(&bar).to_string()
        }
        _ => String::from("."),
    }
}

fn main() {
    let quiet = Mixer::default();
    let loud = quiet.clone().with(0.5, 2).with(0.4, 3);
    for mixer in [quiet, loud] {
        println!("{:?}", mixer.block().map(meter));
    }
}
