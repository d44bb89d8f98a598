//~ family: E0255-import-clash
mod stats {
    pub fn mean(values: &[f64]) -> f64 {
        values.iter().sum::<f64>() / values.len() as f64
    }

    pub fn spread(values: &[f64]) -> f64 {
        values.iter().copied().fold(0.0, f64::max) - values.iter().copied().fold(f64::MAX, f64::min)
    }

    pub const LIMIT: f64 = 6.5;
}

mod report {
    use super::stats::{LIMIT, mean};

    pub fn verdict(values: &[f64]) -> &'static str {
        if mean(values) > LIMIT { "high" } else { "normal" }
    }
}

use report::verdict;
use stats::spread;

fn main() {
    let (calm, wild) = ([5.0, 6.0, 5.5], [2.0, 14.0, 9.0]);
    println!("{} {:.1}", verdict(&calm), spread(&calm));
    println!("{} {:.1}", verdict(&wild), spread(&wild));
}
