//~ family: E0499-second-borrow
use std::collections::HashMap;

struct Election {
    votes: HashMap<String, u32>,
}

impl Election {
    fn vote(&mut self, name: &str) -> String {
        let count = self.votes.entry(name.to_string()).or_insert(0);
        *count += 1;
        let before = *self.votes.entry(name.to_string()).or_default();
        self.votes.insert(String::from("last"), 1);
        format!("{name}: {before}")
    }
}

fn main() {
    let mut election = Election { votes: HashMap::new() };
    election.vote("ida");
    println!("{}", election.vote("ida"));
    println!("{}", election.vote("ole"));
    let most = *election.votes.get_mut("ida").unwrap();
    election.votes.insert("third".to_string(), 0);
    println!("{most} for the first");
    println!("{} names", election.votes.len());
}
