//~ family: E0015-const-removed
//~ vary u64: u64 | u32
#[derive(Debug, Clone, Copy, PartialEq)]
struct Seconds(u64);

impl Seconds {
    const fn from_minutes(minutes: u64) -> Seconds {
        Seconds(minutes * 60)
    }
    const MINUTE: Seconds = Seconds::from_minutes(1);

    const fn plus(self, more: Seconds) -> Seconds {
        Seconds(self.0 + more.0)
    }
    const LATE: Seconds = Seconds(9).plus(Seconds(30));
}

fn main() {
    println!("{:?} {:?}", Seconds::MINUTE, Seconds::LATE);
    println!("{}", Seconds::MINUTE.plus(Seconds(5)) == Seconds(65));
}
