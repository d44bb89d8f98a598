//~ family: E0407-method-typo
//~ vary 30: 30 | 45 | 20
struct Account {
    balance: i64,
    age: u32,
}

trait Policy {
    fn fee(&self, account: &Account) -> i64 {
        account.balance / 100
    }

    fn is_blocked(&self, _account: &Account) -> bool {
        false
    }

    fn charge(&self, account: &mut Account) {
        if !self.is_blocked(account) {
            account.balance -= self.fee(account);
        }
    }
}

struct Standard;
struct Junior;

impl Policy for Standard {}

impl Policy for Junior {
    fn fee(&self, account: &Account) -> i64 {
        if account.age < 18 { 0 } else { 5 }
    }

    fn is_blocked(&self, account: &Account) -> bool {
        account.balance < 30
    }
}

fn main() {
    let mut accounts = vec![Account { balance: 900, age: 17 }, Account { balance: 25, age: 40 }];
    accounts.iter_mut().for_each(|account| Junior.charge(account));
    accounts.iter_mut().for_each(|account| Standard.charge(account));
    let left: Vec<i64> = accounts.iter().map(|account| account.balance).collect();
    println!("{left:?}");
}
