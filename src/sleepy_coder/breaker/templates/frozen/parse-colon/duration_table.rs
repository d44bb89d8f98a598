//~ family: parse-colon
use std::time::Duration;

fn total(minutes: &[u64]) -> Duration {
    let mut sum = Duration::ZERO;
    for minute in minutes {
        sum += Duration::from_secs(minute * 60);
    }
    sum
}

fn main() {
    let spent = total(&[4, 11, 25]);
    let limit = Duration::from_secs(3600);
    println!("{}", spent.as_secs());
    println!("{:?}", std::cmp::Ord::cmp(&spent, &limit));
}
