//~ family: E0424-self-param-removed
use std::collections::HashMap;
use std::time::Duration;

#[derive(Debug)]
struct Bucket {
    tokens: u32,
    refill: Duration,
}

#[derive(Debug, Default)]
struct Limits {
    buckets: HashMap<String, Bucket>,
    denied: u64,
}

impl Limits {
    fn allow(&mut self, who: &str) -> bool {
        let bucket = self.buckets.entry(who.to_string()).or_insert(Bucket { tokens: 2, refill: Duration::ZERO });
        let allowed = bucket.tokens > 0;
        bucket.tokens = bucket.tokens.saturating_sub(1);
        allowed
    }

    #[allow(dead_code)]
    fn slowest(&self) -> Option<(&str, Duration)> {
        let times = self.buckets.iter().map(|(name, bucket)| (name.as_str(), bucket.refill));
        times.max_by_key(|(_, refill)| *refill)
    }

    #[allow(dead_code)]
    async fn forgive(&mut self, who: String) -> Result<(), String> {
        match self.buckets.remove(&who) {
            Some(bucket) if bucket.tokens > 0 => Err(format!("{who} still has some")),
            Some(_) => Ok(()),
            None => Err(who),
        }
    }

    #[allow(dead_code)]
    const fn denied(&self, base: u64) -> u64 {
        base + self.denied
    }
}

fn main() {
    let mut limits = Limits::default();
    println!("{:?} {limits:?}", [limits.allow("a"), limits.allow("a"), limits.allow("a")]);
}
