//~ family: E0268-break
//~ vary u8: u8 | u16
use std::collections::BTreeSet;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Right {
    Read,
    Write,
}

struct Rules<'r> {
    admins: BTreeSet<&'r str>,
    granted: Vec<(&'r str, Right)>,
    level: u8,
}

impl<'r> Rules<'r> {
    fn allows(&self, user: &str, right: Right) -> bool {
        if self.admins.contains(user) {
            return true;
        } else if self.level == 0 {
            return right == Right::Read;
        }
        self.granted
            .iter()
            .any(|(name, known)| *name == user && *known >= right)
    }

    fn grant(&mut self, user: &'r str, right: Right) -> Result<&mut Self, (&'r str, u8)> {
        if self.granted.iter().filter(|(name, _)| *name == user).count() > 1 {
            return Err((user, self.level));
        }
        self.granted.push((user, right));
        Ok(self)
    }
}

const fn bits(right: Option<Right>) -> u8 {
    let right = match right {
        Some(right) => right,
        None => return 0,
    };
    1 << right as u8
}

async fn audit(rules: &Rules<'_>) -> String {
    if rules.granted.is_empty() {
        return "nothing granted".to_owned();
    }
    format!("{} grants", rules.granted.len())
}

fn main() {
    let mut rules = Rules {
        admins: BTreeSet::from(["root"]),
        granted: vec![],
        level: 3,
    };
    let outcome = rules
        .grant("ann", Right::Read)
        .and_then(|rules| rules.grant("bob", Right::Write));
    println!("{}", outcome.is_ok());
    for user in ["root", "ann", "bob"] {
        println!(
            "{user} {} {}",
            rules.allows(user, Right::Write),
            bits(Some(Right::Write))
        );
    }
    drop(audit(&rules));
}
