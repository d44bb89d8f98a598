//~ family: E0505-use-removed
//~ edition: 2024
use std::fmt::{self, Display};

struct Money {
    cents: i64,
    sign: char,
}

impl Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}.{:02}", self.sign, self.cents / 100, self.cents % 100)
    }
}

fn shown(cents: &i64, sign: &char) -> impl Display + use<> {
    Money { cents: *cents, sign: *sign }
}

fn both<T: Clone + Display>(left: &T, right: &T) -> impl Display + use<T> {
    format!("{left} or {right}")
}

fn main() {
    let mut price = 1250;
    let tag = shown(&price, &'$');
    price = price * 2 + 50;
    println!("{tag} then {price}");
    let mut size = String::from("small");
    let choice = both(&size, &size);
    size = String::from("large");
    println!("{choice}, not {size}");
}
