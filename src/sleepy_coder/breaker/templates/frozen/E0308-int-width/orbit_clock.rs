//~ family: E0308-int-width
trait Clock {
    fn ticks(&self) -> i64;

    fn after(&self, hours: i64) -> i64 {
        self.ticks() + hours * 3600
    }
}

struct Probe {
    boot: u32,
    drift: i16,
}

impl Clock for Probe {
    fn ticks(&self) -> i64 {
        let base: i64 = i64::from(self.boot);
        shifted(base, i64::from(self.drift))
    }
}

fn shifted(base: i64, by: i64) -> i64 {
    base - by
}

fn main() {
    let probe = Probe { boot: 4_000_000_000, drift: -12 };
    let hours: u8 = 5;
    let later = probe.after(hours as i64);
    println!("{} {later}", probe.ticks());
}
