//~ family: E0317-else-removed
struct Record {
    best: u32,
    holder: String,
}

impl Record {
    fn offer(&mut self, height: u32) {
        self.best = if height > self.best { height } else { self.best };
    }
}

fn taller(left: u32, right: u32) -> u32 {
    if left < right { right } else { left }
}

fn main() {
    let mut record = Record { best: 140, holder: "Sol".to_string() };
    for height in [120, 155, 150] {
        record.offer(height);
    }
    println!("{} {} {}", record.holder, record.best, taller(record.best, 149));
}
