//~ family: E0507-match-borrow-removed
use std::collections::HashMap;

#[derive(Default)]
struct Account {
    mail: Option<String>,
    names: (String, String),
}

struct Directory {
    accounts: HashMap<u32, Account>,
}

impl Directory {
    fn mail(&self, id: u32) -> Result<&str, String> {
        let account = self.accounts.get(&id).ok_or_else(|| format!("no account {id}"))?;
        match &account.mail {
            Some(mail) => Ok(mail),
            None => Err(format!("{id} has no mail")),
        }
    }

    fn initials(&self, id: u32) -> String {
        let account = &self.accounts[&id];
        let (first, last) = &account.names;
        first.chars().take(1).chain(last.chars().take(1)).collect()
    }
}

fn main() {
    let mut directory = Directory { accounts: HashMap::new() };
    let names = (String::from("Una"), String::from("Falk"));
    directory.accounts.insert(4, Account { mail: Some(String::from("una@sea.example")), names });
    directory.accounts.insert(5, Account::default());
    println!("{:?} {:?} {:?}", directory.mail(4), directory.mail(5), directory.mail(6));
    println!("{}", directory.initials(4));
}
