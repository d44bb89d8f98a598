//~ family: E0599-variant-typo
//~ vary u16: u16 | u8 | u32
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u16)]
enum Right {
    Read = 1,
    Write = 2,
    Grant = 4,
}

#[derive(Debug)]
enum Rule<'r> {
    Allow(Right),
    Group(&'r [Rule<'r>]),
    Deny { right: Right, reason: Option<&'r str> },
}

const EDITOR: [Rule<'static>; 2] = [Rule::Allow(Right::Read), Rule::Allow(Right::Write)];

static GUEST: Rule<'static> = Rule::Deny {
    right: Right::Grant,
    reason: Some("guest"),
};

fn bits(rule: &Rule) -> u16 {
    match rule {
        Rule::Allow(Right::Grant) => u16::MAX,
        Rule::Allow(right) => *right as u16,
        Rule::Group(rules) => rules.iter().map(bits).fold(0, |all, one| all | one),
        Rule::Deny { right, .. } => u16::from(*right == Right::Grant),
    }
}

fn reasons<'r>(rules: &[Rule<'r>]) -> Vec<&'r str> {
    rules
        .iter()
        .flat_map(|rule| {
            if let Rule::Deny { reason, .. } = rule {
                *reason
            } else {
                None
            }
        })
        .collect()
}

fn table(users: &[&str]) -> BTreeMap<String, Vec<Right>> {
    let mut rights: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for user in users {
        let given = rights.entry(user.to_string()).or_default();
        given.push(Right::Read);
        if user.starts_with('r') && !given.contains(&Right::Write) {
            given.extend([Right::Write, Right::Grant]);
        }
    }
    rights
}

fn main() {
    let group = Rule::Group(&EDITOR);
    println!(
        "{} {} {:?}",
        bits(&group),
        bits(&GUEST),
        reasons(std::slice::from_ref(&GUEST))
    );
    println!("{:?}", table(&["root", "ann"]));
}
