//~ family: E0433-use-removed
mod clock {
    use std::time::Duration;

    pub enum Unit {
        Seconds,
        Minutes,
    }

    pub fn parse(text: &str) -> Option<u64> {
        let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
        let unit = match unit {
            "s" => Unit::Seconds,
            "m" => Unit::Minutes,
            _ => return None,
        };
        let seconds = number.parse::<u64>().ok()? * if let Unit::Minutes = unit { 60 } else { 1 };
        Some(Duration::from_secs(seconds).as_secs())
    }
}

mod jobs {
    use std::sync::Mutex;

    #[derive(Debug, Default)]
    pub struct Job {
        pub delay: u64,
    }

    impl Job {
        pub const fn idle() -> Job {
            Job { delay: 0 }
        }

        pub fn shortest(jobs: Vec<u64>) -> Option<u64> {
            let best = Mutex::new(None);
            for delay in jobs {
                best.lock().ok()?.get_or_insert(delay);
            }
            best.into_inner().ok()?
        }
    }
}

use jobs::Job;

fn main() {
    use std::iter::from_fn;
    use std::{ptr, thread};

    let mut texts = ["90s", "2m", "5h"].iter();
    let delays: Vec<u64> = from_fn(|| texts.next()).filter_map(|text| clock::parse(text)).collect();
    let worker = thread::spawn(move || delays.into_iter().max());
    println!("{:?} {}", worker.join().ok().flatten(), ptr::eq(&texts, &texts));
    println!("{:?} {:?}", Job::idle().delay, jobs::Job::shortest(vec![5, 2]));
}
