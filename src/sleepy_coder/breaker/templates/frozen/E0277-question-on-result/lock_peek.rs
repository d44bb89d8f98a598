//~ family: E0277-question-on-result
use std::sync::{Arc, Mutex};

trait Source {
    fn sample(&self) -> Result<i32, String>;
}

struct Probe {
    values: Mutex<Vec<i32>>,
}

impl Source for Probe {
    fn sample(&self) -> Result<i32, String> {
        let mut values = self.values.lock().map_err(|_| "poisoned".to_string())?;
        values.pop().ok_or("no more".to_string())
    }
}

fn difference(source: &dyn Source) -> Option<i32> {
    let first = source.sample().ok()?;
    let second = source.sample().ok()?;
    Some(first - second)
}

fn main() {
    let probe = Arc::new(Probe { values: Mutex::new(vec![5, 30, 12]) });
    println!("{:?}", difference(probe.as_ref()));
    println!("{:?}", difference(probe.as_ref()));
}
