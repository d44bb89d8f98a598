//~ family: E0308-ok-removed
use std::fmt;

#[derive(Debug)]
enum CallError {
    Timeout { millis: u64 },
    Refused(&'static str),
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CallError::Timeout { millis } => write!(f, "gave up after {millis} ms"),
            CallError::Refused(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for CallError {}

trait Transport {
    fn call(&self, path: &str, try_number: u32) -> Result<Vec<u8>, CallError>;
}

struct Flaky;

impl Transport for Flaky {
    fn call(&self, path: &str, try_number: u32) -> Result<Vec<u8>, CallError> {
        let Some(name) = path.strip_prefix('/') else {
            return Err(CallError::Refused("no slash"));
        };
        if try_number < 2 {
            let millis = u64::from(try_number) * 100;
            return Err(CallError::Timeout { millis });
        }
        Ok(name.bytes().rev().collect())
    }
}

fn fetch<T: Transport>(transport: &T, path: &str) -> Result<String, Box<dyn std::error::Error>> {
    for try_number in 0..3 {
        match transport.call(path, try_number) {
            Ok(bytes) => return Ok(String::from_utf8(bytes)?),
            Err(CallError::Timeout { .. }) => continue,
            Err(other) => return Err(Box::new(other)),
        }
    }
    Err("out of tries".into())
}

fn main() {
    for path in ["/abc", "abc"] {
        match fetch(&Flaky, path) {
            Ok(body) => println!("{body}"),
            Err(problem) => println!("{problem}"),
        }
    }
}
