//~ family: E0392-lifetime-added
//~ vary u64: u64 | u32 | i64
#[derive(Clone, Copy)]
struct Bracket {
    upto: u64,
    percent: u64,
}

#[derive(Debug, PartialEq)]
enum Verdict {
    Free,
    Owes(u64),
    Refund { amount: u64, reason: &'static str },
}

/// What somebody earned and paid in one year.
struct Year {
    earned: u64,
    paid: u64,
}

#[allow(dead_code)]
struct Unused(u64);

fn tax(brackets: &[Bracket], earned: u64) -> u64 {
    let mut rest = earned;
    let mut sum = 0;
    for &Bracket { upto, percent } in brackets {
        let part = rest.min(upto);
        sum += part * percent / 100;
        rest -= part;
    }
    sum
}

fn judge(year: &Year, brackets: &[Bracket]) -> Verdict {
    let due = tax(brackets, year.earned);
    match due.cmp(&year.paid) {
        std::cmp::Ordering::Equal => Verdict::Free,
        std::cmp::Ordering::Greater => Verdict::Owes(due - year.paid),
        std::cmp::Ordering::Less => Verdict::Refund {
            amount: year.paid - due,
            reason: "too much",
        },
    }
}

fn main() {
    let brackets = [
        Bracket { upto: 1000, percent: 0 },
        Bracket {
            upto: 9000,
            percent: 20,
        },
    ];
    for (earned, paid) in [(900, 0), (3000, 100), (2000, 700)] {
        println!("{:?}", judge(&Year { earned, paid }, &brackets));
    }
}
