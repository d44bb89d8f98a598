//~ family: E0053-parameter-type
struct Reading {
    place: String,
    value: f64,
}

trait Observer {
    fn observe(&mut self, reading: &Reading);
    fn summary(&self, digits: usize) -> String;
}

#[derive(Default)]
struct Mean {
    sum: f64,
    count: u32,
}

impl Observer for Mean {
    fn observe(&mut self, reading: &Reading) {
        self.sum += reading.value;
        self.count += 1;
    }

    fn summary(&self, digits: usize) -> String {
        format!("mean {:.*}", digits, self.sum / f64::from(self.count))
    }
}

#[derive(Default)]
struct Places(Vec<String>);

impl Observer for Places {
    fn observe(&mut self, reading: &Reading) {
        self.0.push(reading.place.clone());
    }

    fn summary(&self, digits: usize) -> String {
        self.0.iter().map(|place| place.chars().take(digits).collect::<String>()).collect::<Vec<_>>().join("+")
    }
}

fn main() {
    let mut observers: Vec<Box<dyn Observer>> = vec![Box::new(Mean::default()), Box::new(Places::default())];
    for (place, value) in [("harbour", 12.0), ("summit", 3.5)] {
        let reading = Reading { place: place.to_string(), value };
        observers.iter_mut().for_each(|observer| observer.observe(&reading));
    }
    for observer in &observers {
        println!("{}", observer.summary(2));
    }
}
