//~ family: E0382-closure-moved
use std::collections::BTreeMap;

#[derive(Debug)]
enum Step {
    Done(String),
    Again { after: u64 },
}

fn retry<F>(limit: usize, mut attempt: F) -> Option<String>
where
    F: FnMut(usize) -> Step,
{
    for turn in 0..limit {
        match attempt(turn) {
            Step::Done(text) => return Some(text),
            Step::Again { after } => println!("again in {after} ms"),
        }
    }
    None
}

fn main() {
    let mut log: Vec<String> = Vec::new();
    let replies = BTreeMap::from([(2, String::from("ready")), (5, String::from("late"))]);
    let answer = retry(4, |turn| {
        log.push(format!("turn {turn}"));
        match replies.get(&turn) {
            Some(reply) => Step::Done(reply.clone()),
            None => Step::Again { after: 10 << turn },
        }
    });
    println!("{answer:?} after {} turns", log.len());
    let waiting = replies
        .iter()
        .filter(|(turn, _)| **turn >= log.len())
        .map(|(_, reply)| reply.as_str());
    println!("{}", waiting.collect::<Vec<_>>().join(" "));
    let banner = log.join("/");
    let framed = Some("*").map_or_else(|| banner.clone(), |edge| format!("{edge}{banner}{edge}"));
    println!("{framed} {}", banner.len());
}
