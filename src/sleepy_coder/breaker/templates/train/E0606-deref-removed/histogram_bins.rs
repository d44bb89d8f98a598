//~ family: E0606-deref-removed
//~ vary f64: f64 | f32
//~ vary u16: u16 | u8 | u32
use std::collections::BTreeMap;
use std::rc::Rc;

#[derive(Debug, Default)]
struct Histogram {
    bins: BTreeMap<u16, usize>,
    widest: Option<Box<u16>>,
}

impl Histogram {
    fn of(samples: &[u16], step: &u16) -> Self {
        let mut made = Histogram::default();
        for sample in samples {
            *made.bins.entry(sample / step).or_default() += 1;
        }
        made.widest = made.bins.iter().max_by_key(|(_, count)| **count).map(|(bin, _)| Box::new(*bin));
        made
    }

    fn share(&self, bin: u16) -> Option<f64> {
        let count = self.bins.get(&bin)?;
        let all: usize = self.bins.values().sum();
        Some(*count as f64 / all as f64)
    }

    fn mean<'h>(&'h self) -> f64 {
        let weighted = self
            .bins
            .iter()
            .fold(0.0, |sum, (bin, count)| sum + *bin as f64 * *count as f64);
        weighted / self.bins.len() as f64
    }
}

fn scaled(part: &Rc<u16>, by: &i64) -> i64 {
    let bonus = if let Some(first) = [1u8, 2].first() { *first as i64 } else { 0 };
    (**part as i64 + bonus) * by
}

fn main() {
    let histogram = Histogram::of(&[3 as u16, 14 as u16, 15 as u16], &(5 as u16));
    println!("{:?} {:.2} {:?}", histogram.share(2), histogram.mean(), histogram.widest);
    println!("{}", scaled(&Rc::new(4 as u16), &10));
}
