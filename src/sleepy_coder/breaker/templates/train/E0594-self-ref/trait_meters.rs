//~ family: E0594-self-ref
//~ vary u32: u32 | i32 | i64
//~ vary kitchen: kitchen | studio | bakery
trait Meter {
    fn record(&mut self, reading: u32);
    fn summary(&self) -> String;
}

struct Average {
    place: &'static str,
    readings: Vec<u32>,
    dirty: bool,
}

impl Average {
    fn clear_flag(&mut self) -> &'static str {
        self.dirty = false;
        self.place
    }
}

impl Meter for Average {
    fn record(&mut self, reading: u32) {
        self.readings.push(reading);
    }
    fn summary(&self) -> String {
        let total: u32 = self.readings.iter().sum();
        format!("{} total {total} of {} dirty {}", self.place, self.readings.len(), self.dirty)
    }
}

fn main() {
    let mut kitchen = Average { place: "kitchen", readings: vec![], dirty: true };
    println!("checked {}", kitchen.clear_flag());
    let mut meter: Box<dyn Meter> = Box::new(kitchen);
    [31, 58, 44].iter().for_each(|reading| meter.record(*reading));
    println!("{}", meter.summary());
}
