//~ family: parse-and
use std::time::Duration;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    Busy { code: u16 },
    Gone,
}

struct Policy<F: Fn(u16) -> bool> {
    attempts: u8,
    pause: Duration,
    retryable: F,
}

impl<F> Policy<F>
where
    F: Fn(u16) -> bool,
{
    fn again(&self, status: Status, tried: u8) -> Option<Duration> {
        let Status::Busy { code } = status else { return None };
        if tried >= self.attempts || !(self.retryable)(code) {
            return None;
        }
        let first = tried == 0 && self.pause.as_millis() > 0;
        first.then_some(self.pause).or(Some(self.pause * 2))
    }
}

fn main() {
    let policy = Policy {
        attempts: 3,
        pause: Duration::from_millis(20),
        retryable: |code| code == 429 || (500..600).contains(&code) && code != 501,
    };
    for (status, tried) in [
        (Status::Busy { code: 429 }, 0),
        (Status::Busy { code: 501 }, 1),
        (Status::Gone, 0),
    ] {
        let done = matches!(status, Status::Gone) || policy.again(status, tried).is_none();
        println!("{:?} {done}", policy.again(status, tried));
    }
}
