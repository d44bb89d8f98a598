//~ family: E0277-index-cast
//~ vary i32: i32 | u32 | i64
//~ vary u16: u16 | i16 | u64
struct RingLog {
    readings: Vec<u16>,
    written: i32,
}

impl RingLog {
    fn record(&mut self, value: u16) {
        let size = self.readings.len() as i32;
        let place = self.written % size;
        self.readings[place as usize] = value;
        self.written += 1;
    }

    fn latest(&self) -> Option<u16> {
        if self.written == 0 {
            return None;
        }
        let size = self.readings.len() as i32;
        Some(self.readings[((self.written - 1) % size) as usize])
    }
}

fn main() {
    let mut log = RingLog { readings: vec![0, 0, 0], written: 0 };
    for value in [18, 21, 19, 25] {
        log.record(value);
    }
    println!("{:?} {:?}", log.readings, log.latest());
}
