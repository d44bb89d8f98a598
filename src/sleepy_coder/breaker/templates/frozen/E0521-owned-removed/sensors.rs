//~ family: E0521-owned-removed
use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};
use std::thread;

struct Sensors {
    values: Arc<RwLock<BTreeMap<String, f64>>>,
    unit: Arc<str>,
}

impl Sensors {
    fn store(&mut self, name: &str, value: f64) -> thread::JoinHandle<usize> {
        let name = name.to_uppercase();
        let values = self.values.clone();
        thread::spawn(move || {
            let mut values = values.write().unwrap();
            values.insert(name, value);
            values.len()
        })
    }

    fn show(&self) -> String {
        let values = Arc::clone(&self.values);
        let unit = Arc::clone(&self.unit);
        let worker = thread::spawn(move || {
            let values = values.read().unwrap();
            values.iter().map(|(name, value)| format!("{name}={value:.1}{unit}")).collect::<Vec<_>>()
        });
        worker.join().unwrap().join(" ")
    }
}

fn main() {
    let mut sensors = Sensors { values: Arc::default(), unit: Arc::from("C") };
    println!("{}", sensors.store("roof", 21.5).join().unwrap());
    println!("{}", sensors.store("cellar", 9.0).join().unwrap());
    println!("{}", sensors.show());
}
