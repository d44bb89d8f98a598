//~ family: E0594-shared-reference
struct Account {
    owner: String,
    cents: i64,
}

fn deposit(account: &mut Account, cents: i64) {
    account.cents += cents;
}

fn interest(accounts: &mut [Account], percent: i64) {
    for account in accounts.iter_mut() {
        account.cents += account.cents * percent / 100;
    }
}

fn main() {
    let mut accounts = vec![
        Account { owner: String::from("Rui"), cents: 5000 },
        Account { owner: String::from("Eva"), cents: 800 },
    ];
    deposit(&mut accounts[1], 1200);
    interest(&mut accounts, 5);
    for account in &accounts {
        println!("{}: {}", account.owner, account.cents);
    }
}
