//~ family: parse-colon
use std::cmp::{self, Reverse};
use std::collections::BinaryHeap;
use std::time::Duration;

struct Wheel<F> {
    due: BinaryHeap<Reverse<(Duration, u32)>>,
    fire: F,
    limits: config::Limits,
}

mod config {
    pub use self::inner::Limits;

    mod inner {
        use std::time::Duration;

        pub struct Limits {
            pub longest: Duration,
        }

        impl Default for Limits {
            fn default() -> Self {
                Limits {
                    longest: super::minutes(5),
                }
            }
        }
    }

    fn minutes(count: u64) -> std::time::Duration {
        std::time::Duration::from_secs(60 * count)
    }
}

impl<F: FnMut(u32) -> Option<Duration>> Wheel<F> {
    fn new(fire: F) -> Self {
        Wheel {
            due: BinaryHeap::new(),
            fire,
            limits: config::Limits::default(),
        }
    }

    fn arm(&mut self, id: u32, after: Duration) {
        let capped = cmp::min(after, self.limits.longest);
        self.due.push(Reverse((capped, id)));
    }

    fn run(mut self, until: Duration) -> usize {
        let mut fired = 0;
        while let Some(Reverse((at, id))) = self.due.pop() {
            if at > until {
                break;
            }
            fired += 1;
            if let Some(again) = (self.fire)(id) {
                self.arm(id, Duration::checked_add(at, again).unwrap_or(Duration::MAX));
            }
        }
        fired
    }
}

fn main() {
    let mut seen = Vec::new();
    let mut wheel = Wheel::new(|id| {
        seen.push(id);
        (id == 2).then(|| Duration::from_millis(400))
    });
    wheel.arm(1, Duration::from_secs(9));
    wheel.arm(2, Duration::ZERO);
    let fired = wheel.run(Duration::from_secs(2));
    println!("{fired} {seen:?}");
}
