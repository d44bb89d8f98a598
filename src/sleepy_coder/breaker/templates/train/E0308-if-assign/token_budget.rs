//~ family: E0308-if-assign
//~ vary u64: u64 | u32 | i64
use std::rc::Rc;

#[derive(Debug, Clone, Default, PartialEq)]
struct Account {
    owner: Option<Rc<str>>,
    limits: (u64, u64),
    tags: Vec<&'static str>,
}

fn charge(account: &mut Account, amount: u64) -> Result<u64, String> {
    let Account { owner, limits, tags } = account;
    if owner.as_deref().map(str::len) == Some(0) || tags.is_empty() {
        return Err("nobody".into());
    }
    let rest = limits.1.saturating_sub(amount);
    if rest == limits.0 {
        tags.push("low");
    } else if *owner == None {
        tags.clear();
    }
    limits.1 = rest;
    Ok(rest)
}

fn run(accounts: &mut [Account]) -> Vec<Result<u64, String>> {
    let mut results = Vec::new();
    'all: loop {
        for account in accounts.iter_mut() {
            let charged = charge(account, 5);
            let stop = charged.is_err();
            results.push(charged);
            if results.len() > 4 {
                break 'all;
            }
            if stop == true {
                account.tags = vec!["new"];
            }
        }
        let last = accounts.len() - 1;
        if accounts[last] == accounts[0] {
            break;
        }
    }
    results
}

fn main() {
    println!("{:?}", run(&mut [Account::default(), Account { limits: (2, 12), ..Account::default() }]));
}
