//~ family: E0382-match-moved
use std::fmt;

enum Cargo {
    Letter { address: String },
    Crates(Vec<u16>),
}

impl fmt::Display for Cargo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cargo::Crates(weights) => write!(f, "{} crates", weights.len()),
            Cargo::Letter { address } => write!(f, "letter to {address}"),
        }
    }
}

fn price(cargo: Cargo) -> Result<(u16, String), String> {
    let cents = if let Cargo::Crates(weights) = &cargo { weights.iter().sum::<u16>() * 3 } else { 40 };
    if cents < 10 {
        return Err(format!("{cargo} is too cheap"));
    }
    Ok((cents, String::from("accepted")))
}

fn main() {
    println!("{:?}", price(Cargo::Crates(vec![20, 35])));
    println!("{:?}", price(Cargo::Letter { address: String::from("Quay 9") }));
    println!("{:?}", price(Cargo::Crates(vec![1])));
}
