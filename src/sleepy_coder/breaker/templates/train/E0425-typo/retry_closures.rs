//~ family: E0425-typo
use std::cell::Cell;

#[derive(Debug, PartialEq)]
enum Outcome<T, E> {
    Done(T),
    GaveUp { last: E, tries: u32 },
}

fn retry<T, E, F>(limit: u32, mut action: F) -> Outcome<T, E>
where
    F: FnMut(u32) -> Result<T, E>,
{
    let mut tries = 0;
    loop {
        tries += 1;
        match action(tries) {
            Ok(value) => return Outcome::Done(value),
            Err(last) if tries >= limit => return Outcome::GaveUp { last, tries },
            Err(_) => continue,
        }
    }
}

fn main() {
    let waited = Cell::new(0);
    let backoff = |attempt: u32| {
        let pause = 1 << attempt;
        waited.set(waited.get() + pause);
        pause
    };
    let flaky = |attempt| if backoff(attempt) > 6 { Ok("connected") } else { Err(attempt) };
    let first = retry(5, flaky);
    let second: Outcome<(), String> = retry(2, |attempt| Err(format!("refused {attempt}")));
    println!("{first:?} {second:?} after {}", waited.get());
}
