//~ family: E0782-dyn-removed
//~ vary i32: i32 | i64
//~ vary double: double | inflate | expand
use std::collections::BTreeMap;

struct Pipeline {
    steps: Vec<Box<dyn Fn(i32) -> i32>>,
}

impl Pipeline {
    fn with(mut self, step: Box<dyn Fn(i32) -> i32>) -> Pipeline {
        self.steps.push(step);
        self
    }

    fn feed(&self, start: i32) -> i32 {
        self.steps.iter().fold(start, |value, step| step(value))
    }
}

fn observe(readings: &BTreeMap<&str, i32>, report: &mut dyn FnMut(&str, i32)) {
    for (label, reading) in readings {
        report(label, *reading);
    }
}

fn main() {
    let pipeline = Pipeline { steps: Vec::new() }.with(Box::new(|x| x + 10)).with(Box::new(|x| x * 2));
    let mut readings = BTreeMap::new();
    readings.insert("double", pipeline.feed(4));
    readings.insert("again", pipeline.feed(11));
    let mut lines_out = Vec::new();
    observe(&readings, &mut |label, reading| lines_out.push(format!("{label}={reading}")));
    println!("{}", lines_out.join(", "));
}
