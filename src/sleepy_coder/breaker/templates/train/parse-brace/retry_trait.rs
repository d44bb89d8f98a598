//~ family: parse-brace
trait Job {
    fn run(&mut self) -> Result<u8, String>;

    fn retry(&mut self, times: usize) -> Option<u8> {
        for _ in 0..times {
            if let Ok(value) = self.run() {
                return Some(value);
            }
        }
        None
    }
}

struct Flaky {
    failures: u8,
}

impl Job for Flaky {
    fn run(&mut self) -> Result<u8, String> {
        if self.failures > 0 {
            self.failures -= 1;
            return Err("not yet".to_string());
        }
        Ok(9)
    }
}

fn main() {
    let mut job = Flaky { failures: 2 };
    println!("{:?}", job.retry(2));
    println!("{:?}", job.retry(2));
}
