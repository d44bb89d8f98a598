//~ family: E0063-field
//~ vary u32: u32 | u64 | i64
#[derive(Debug)]
struct Account {
    owner: String,
    email: String,
    balance: u32,
}

impl Account {
    fn open(owner: &str, email: &str, balance: u32) -> Account {
        let owner = owner.to_string();
        let email = email.to_lowercase();
        Account { owner, email, balance }
    }
}

fn main() {
    let accounts = vec![
        Account::open("Nils", "Nils@Example.org", 40),
        Account::open("Eva", "EVA@example.org", 75),
    ];
    for account in &accounts {
        println!("{} <{}> {}", account.owner, account.email, account.balance);
    }
    println!("{:?}", accounts[0]);
}
