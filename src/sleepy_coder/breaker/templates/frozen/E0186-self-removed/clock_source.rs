//~ family: E0186-self-removed
mod time {
    pub trait Clock {
        fn now(&self) -> u64;
        fn advance(&mut self, ticks: u64) -> u64;
        fn zone(&self) -> (i8, &'static str);
    }

    pub struct Frozen;
    pub struct Manual {
        pub at: u64,
    }

    impl Clock for Frozen {
        fn now(&self) -> u64 {
            1000
        }
        fn advance(&mut self, ticks: u64) -> u64 {
            1000 + ticks * 0
        }
        fn zone(&self) -> (i8, &'static str) {
            (0, "utc")
        }
    }

    impl Clock for Manual {
        fn now(&self) -> u64 {
            self.at
        }
        fn advance(&mut self, ticks: u64) -> u64 {
            self.at += ticks;
            self.at
        }
        fn zone(&self) -> (i8, &'static str) {
            (2, "east")
        }
    }
}

use time::Clock;

fn elapsed(clock: &mut impl Clock, ticks: &[u64]) -> u64 {
    let start = clock.now();
    let end = ticks.iter().map(|tick| clock.advance(*tick)).last();
    end.map_or(0, |end| end - start)
}

fn main() {
    let mut manual = time::Manual { at: 40 };
    println!("{} {}", elapsed(&mut time::Frozen, &[5, 6]), elapsed(&mut manual, &[5, 6]));
    println!("{:?} {:?}", manual.zone(), time::Frozen.zone());
}
