//~ family: E0392-lifetime-added
use std::collections::HashMap;

#[derive(Debug)]
enum Fault {
    Missing(String),
    Late { by: u64 },
}

struct Deadline {
    at: u64,
    grace: u64,
}

struct Entry<T> {
    value: T,
    seen: bool,
}

fn check(jobs: &HashMap<&str, u64>, name: &str, deadline: &Deadline) -> Result<u64, Fault> {
    let done = *jobs.get(name).ok_or_else(|| Fault::Missing(name.to_string()))?;
    let latest = deadline.at + deadline.grace;
    if done > latest { Err(Fault::Late { by: done - latest }) } else { Ok(latest - done) }
}

fn mark<T>(entry: Entry<T>) -> Entry<T> {
    Entry { seen: true, ..entry }
}

fn main() {
    let jobs = HashMap::from([("paint", 40), ("sand", 95)]);
    let deadline = Deadline { at: 60, grace: 5 };
    for name in ["paint", "sand", "wax"] {
        let entry = mark(Entry { value: check(&jobs, name, &deadline), seen: false });
        println!("{:?} {}", entry.value, entry.seen);
    }
}
