//~ family: E0521-owned-removed
use std::thread::{self, JoinHandle};

#[derive(Clone)]
struct Query {
    word: String,
    whole: bool,
}

fn search(query: &Query, text: &'static str) -> JoinHandle<usize> {
    let query = query.clone();
    thread::spawn(move || {
        if query.whole {
            text.split(' ').filter(|word| *word == query.word).count()
        } else {
            text.matches(query.word.as_str()).count()
        }
    })
}

fn prefixed(words: &[&'static str], prefix: &str) -> Vec<bool> {
    let prefix = String::from(prefix);
    let words = words.to_vec();
    let worker = thread::spawn(move || words.iter().map(|word| word.starts_with(prefix.as_str())).collect());
    worker.join().unwrap()
}

fn main() {
    let part = Query { word: "an".to_string(), whole: false };
    let full = Query { whole: true, ..part.clone() };
    let workers = [&part, &full].map(|query| search(query, "an ant and an uncle"));
    for worker in workers {
        println!("{}", worker.join().unwrap());
    }
    println!("{:?}", prefixed(&["barn", "urban"], "bar"));
}
