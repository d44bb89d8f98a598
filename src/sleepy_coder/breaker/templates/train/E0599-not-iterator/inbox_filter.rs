//~ family: E0599-not-iterator
//~ vary u8: u8 | u32
use std::collections::{HashSet, VecDeque};

struct Mail {
    sender: &'static str,
    spam_level: u8,
}

struct Inbox {
    mails: VecDeque<Mail>,
}

impl Inbox {
    fn clean(&self, blocked: &HashSet<&str>) -> Vec<&Mail> {
        let limit: u8 = 60;
        self.mails.iter().filter(|mail| mail.spam_level < limit && !blocked.contains(mail.sender)).collect()
    }
}

fn main() {
    let mut inbox = Inbox { mails: VecDeque::new() };
    inbox.mails.push_back(Mail { sender: "bank", spam_level: 20 });
    inbox.mails.push_back(Mail { sender: "prince", spam_level: 90 });
    inbox.mails.push_front(Mail { sender: "ex", spam_level: 15 });
    let newest: Vec<&Mail> = inbox.mails.iter().rev().collect();
    println!("newest from {}", newest[0].sender);
    for mail in inbox.clean(&HashSet::from(["ex"])) {
        println!("{}", mail.sender);
    }
}
