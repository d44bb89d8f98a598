//~ family: E0506-borrow
//~ vary u32: u32 | i64
struct Meter {
    reading: u32,
    peak: u32,
}

impl Meter {
    fn update(&mut self, value: u32) -> u32 {
        let before = self.reading;
        self.reading = value;
        if value > self.peak {
            self.peak = value;
        }
        value.max(before) - value.min(before)
    }

    fn reset(&mut self) -> String {
        let peak = self.peak;
        self.peak = 0;
        self.reading = 0;
        format!("peak was {peak}")
    }
}

fn main() {
    let mut meter = Meter { reading: 10, peak: 10 };
    println!("changed by {}", meter.update(35));
    println!("changed by {}", meter.update(20));
    println!("{}", meter.reset());
    println!("{}", meter.reading);
}
