//~ family: E0277-range
use std::collections::HashMap;
use std::rc::Rc;

enum Outcome {
    Sent { tries: u32 },
    Dropped(Rc<str>),
}

struct Sender {
    budget: HashMap<char, u32>,
    limit: Option<u32>,
}

impl Sender {
    fn send(&self, name: &Rc<str>, works: impl Fn(u32) -> bool) -> Outcome {
        let first = name.chars().next().unwrap_or('?');
        for attempt in 0..*self.budget.get(&first).unwrap_or(&1) {
            if works(attempt) {
                return Outcome::Sent { tries: attempt };
            }
        }
        if let Some(limit) = self.limit {
            for _late in 0..limit {
                println!("waiting for {name}");
            }
        }
        Outcome::Dropped(Rc::clone(name))
    }
}

fn bits(number: u8) -> Vec<bool> {
    let mut bits = Vec::new();
    for shift in 0..u8::BITS {
        bits.push(number >> shift & 1 == 1);
    }
    bits
}

fn main() {
    let sender = Sender { budget: HashMap::from([('a', 4)]), limit: Some(2) };
    for (name, least) in [("apple", 2), ("berry", 2)] {
        match sender.send(&name.into(), |attempt| attempt >= least) {
            Outcome::Sent { tries } => println!("{tries}"),
            Outcome::Dropped(name) => println!("no {name}"),
        }
    }
    println!("{:?}", bits(6).iter().rposition(|bit| *bit));
}
