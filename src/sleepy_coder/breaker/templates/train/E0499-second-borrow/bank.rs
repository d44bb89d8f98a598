//~ family: E0499-second-borrow
#[derive(Debug)]
struct Account {
    id: u32,
    cents: i64,
}

struct Bank {
    accounts: Vec<Account>,
}

impl Bank {
    fn account(&mut self, id: u32) -> &mut Account {
        let place = self.accounts.iter().position(|account| account.id == id).unwrap_or(0);
        &mut self.accounts[place]
    }
}

fn main() {
    let accounts = vec![Account { id: 1, cents: 900 }, Account { id: 2, cents: 50 }];
    let mut bank = Bank { accounts };
    let payer = bank.account(1);
    payer.cents -= 300;
    let payee = bank.account(2);
    payee.cents += 300;
    println!("{:?}", bank.accounts);
    let first = bank.account(1).cents;
    bank.account(2).cents *= 2;
    println!("{first} stays");
    println!("{:?}", bank.accounts);
}
