//~ family: E0107-arguments-removed
use std::collections::{BTreeMap, VecDeque};

struct History<T> {
    recent: VecDeque<T>,
    keep: usize,
}

impl<T: Copy + Into<f64>> History<T> {
    fn record(&mut self, value: T) {
        if self.recent.len() >= self.keep {
            self.recent.pop_front();
        }
        self.recent.push_back(value);
    }

    fn mean(&self) -> f64 {
        let sum: f64 = self.recent.iter().map(|value| (*value).into()).sum();
        sum / self.recent.len() as f64
    }
}

fn summary(sensors: &BTreeMap<u8, History<i32>>) -> Vec<String> {
    sensors.iter().map(|(id, history)| format!("#{id} {:.2}", history.mean())).collect()
}

fn main() {
    let mut sensors = BTreeMap::new();
    for (id, reading) in [(2, 10), (7, 30), (2, 13), (2, 18), (7, 31)] {
        let history = sensors.entry(id).or_insert_with(|| History { recent: VecDeque::new(), keep: 2 });
        history.record(reading);
    }
    println!("{}", summary(&sensors).join("; "));
}
