//~ family: E0423-struct-parens
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
struct Entry {
    at: u64,
    text: String,
}

enum Reply {
    Stored(Entry),
    Rejected { why: Reason },
}

struct Reason {
    code: u16,
}

#[derive(Default)]
struct Log {
    entries: BTreeMap<u64, Entry>,
}

impl Log {
    fn store(&mut self, at: u64, text: &str) -> Reply {
        match text.trim() {
            "" => Reply::Rejected { why: Reason { code: 422 } },
            text => {
                let entry = Entry { at, text: text.to_owned() };
                self.entries.insert(at, entry.clone());
                Reply::Stored(entry)
            }
        }
    }

    fn latest(&self) -> Entry {
        self.entries.values().next_back().cloned().unwrap_or_else(|| Entry { at: 0, text: "empty".into() })
    }
}

fn main() {
    let mut log = Log::default();
    println!("{:?}", log.latest());
    for (at, text) in [(5, " up "), (7, "  "), (6, "down")] {
        match log.store(at, text) {
            Reply::Stored(entry) => println!("{entry:?}"),
            Reply::Rejected { why } => println!("code {}", why.code),
        }
    }
    println!("{}", log.latest() == Entry { at: 6, text: "down".into() });
}
