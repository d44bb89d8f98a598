//~ family: E0277-int-float
//~ vary u32: u32 | u64 | i32
use std::collections::BTreeMap;

#[derive(Default)]
struct Summary {
    count: usize,
    total: f64,
    squares: f64,
}

impl Summary {
    fn add(&mut self, sample: u32) -> &mut Self {
        self.count += 1;
        self.total += sample as f64;
        self.squares += (sample as f64).powi(2);
        self
    }

    fn mean(&self) -> Option<f64> {
        if self.count == 0 {
            return None;
        }
        Some(self.total / self.count as f64)
    }

    fn variance(&self) -> f64 {
        let mean = self.mean().unwrap_or_default();
        self.squares / self.count.max(1) as f64 - mean * mean
    }
}

fn quantile(sorted: &[u32], share: f64) -> Option<u32> {
    let last = sorted.len().checked_sub(1)?;
    let at = (share * last as f64).round() as usize;
    sorted.get(at).copied()
}

fn shares(counts: &BTreeMap<char, u32>) -> Vec<(char, f64)> {
    let all: u32 = counts.values().sum();
    counts
        .iter()
        .map(|(&letter, &count)| (letter, 100.0 * count as f64 / f64::from(all as u8)))
        .collect()
}

fn main() {
    let mut samples = vec![9, 4, 7, 1];
    let mut summary = Summary::default();
    for &sample in &samples {
        summary.add(sample);
    }
    samples.sort();
    println!(
        "{:?} {:.2} {:?}",
        summary.mean(),
        summary.variance(),
        quantile(&samples, 0.5)
    );
    println!("{:?}", shares(&BTreeMap::from([('a', 3), ('b', 1)])));
}
