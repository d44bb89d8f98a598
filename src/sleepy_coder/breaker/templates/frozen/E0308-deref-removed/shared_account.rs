//~ family: E0308-deref-removed
//~ vary i64: i64 | i32 | u32
//~ vary Iris: Iris | Noor | Yuki
use std::cell::RefCell;
use std::rc::Rc;

type Shared = Rc<RefCell<i64>>;

struct Member {
    alias: &'static str,
    account: Shared,
}

impl Member {
    fn deposit(&self, amount: i64) -> i64 {
        let mut balance = self.account.borrow_mut();
        *balance += amount;
        *balance
    }
}

fn snapshot(account: &Shared) -> i64 {
    let current = account.borrow();
    *current
}

fn main() {
    let account: Shared = Rc::new(RefCell::new(10));
    let members: Vec<Member> = ["Iris", "Tom"]
        .into_iter()
        .map(|alias| Member { alias, account: Rc::clone(&account) })
        .collect();
    for (turn, member) in members.iter().enumerate() {
        let after = member.deposit(20 + turn as i64);
        println!("{} sees {after}", member.alias);
    }
    println!("final {}", snapshot(&account));
}
