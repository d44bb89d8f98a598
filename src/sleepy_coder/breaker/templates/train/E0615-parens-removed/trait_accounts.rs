//~ family: E0615-parens-removed
trait Account {
    fn balance(&self) -> i64;
    fn owner(&self) -> &str;
    fn is_overdrawn(&self) -> bool {
        self.balance() < 0
    }
}

struct Savings {
    holder: String,
    deposits: Vec<i64>,
}

struct Joint<A> {
    parts: (A, A),
}

impl Account for Savings {
    fn balance(&self) -> i64 {
        self.deposits.iter().sum()
    }

    fn owner(&self) -> &str {
        self.holder.as_str()
    }
}

impl<A: Account> Account for Joint<A> {
    fn balance(&self) -> i64 {
        let (left, right) = &self.parts;
        left.balance() + right.balance()
    }

    fn owner(&self) -> &str {
        self.parts.0.owner()
    }
}

fn statement(accounts: &[&dyn Account]) -> Vec<String> {
    let mut lines = Vec::with_capacity(accounts.len());
    for account in accounts.iter().filter(|account| account.is_overdrawn()) {
        let missing = account.balance().abs();
        lines.push(format!("{} owes {missing}", account.owner()));
    }
    lines
}

fn main() {
    let one = Savings { holder: String::from("Edda"), deposits: vec![40, -90] };
    let parts = (
        Savings { holder: String::from("Tor"), deposits: vec![] },
        Savings { holder: String::from("Una"), deposits: vec![7] },
    );
    println!("{:?}", statement(&[&one, &Joint { parts }]));
}
