//~ family: E0308-match-arm
#[derive(Debug, Clone, PartialEq)]
enum Level {
    Cold,
    Warm,
    Exact(i32),
}

struct Sensor {
    readings: Vec<i32>,
    fallback: Option<i32>,
}

impl Sensor {
    fn last(&self) -> Result<i32, String> {
        let found = match self.readings.last() {
            Some(value) => Ok(*value),
            None => match self.fallback {
                Some(value) => Ok(value),
                None => Err(String::from("no reading")),
            },
        };
        found.map(|value| value * 10)
    }

    fn history(&self, count: usize) -> Vec<i32> {
        let part = match self.readings.len() {
            0 => vec![],
            length if length < count => self.readings.clone(),
            length => self.readings[length - count..].to_vec(),
        };
        part
    }
}

fn level(value: Option<&i32>) -> Option<Level> {
    let found = match value {
        Some(0) | None => None,
        Some(value) if *value < 10 => Some(Level::Cold),
        Some(20) => Some(Level::Warm),
        Some(value) => Some(Level::Exact(*value)),
    };
    found.filter(|level| *level != Level::Exact(99))
}

fn main() {
    let sensor = Sensor {
        readings: vec![4, 20, 31],
        fallback: None,
    };
    println!("{:?} {:?}", sensor.last(), sensor.history(2));
    println!(
        "{:?}",
        sensor
            .readings
            .iter()
            .map(|value| level(Some(value)))
            .collect::<Vec<_>>()
    );
    println!(
        "{:?}",
        Sensor {
            readings: Vec::new(),
            fallback: Some(3)
        }
        .last()
    );
}
