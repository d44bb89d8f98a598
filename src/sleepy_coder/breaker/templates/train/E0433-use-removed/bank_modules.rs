//~ family: E0433-use-removed
//~ vary HashMap: HashMap | BTreeMap
mod bank {
    use std::collections::HashMap;

    pub mod money {
        use std::num::NonZeroU64;

        #[derive(Clone, Copy, Debug, Default, PartialEq)]
        pub struct Cents(pub u64);

        impl Cents {
            pub fn parse(text: &str) -> Option<Cents> {
                let number = text.strip_suffix('c')?.parse().ok()?;
                NonZeroU64::new(number).map(|number| Cents(number.get()))
            }
        }
    }

    pub fn richest(rows: &[(&str, &str)]) -> Option<String> {
        use self::money::Cents;

        let mut sums = HashMap::new();
        for (owner, amount) in rows {
            let Some(cents) = Cents::parse(amount) else { continue };
            *sums.entry(*owner).or_insert(0) += cents.0;
        }
        sums.into_iter().max_by_key(|(_, sum)| *sum).map(|(owner, _)| owner.to_string())
    }
}

use bank::money;
use std::process;

fn main() {
    let Some(owner) = bank::richest(&[("ida", "250c"), ("max", "free"), ("ida", "5c")]) else {
        process::exit(3);
    };
    println!("{owner} {:?}", money::Cents::default());
}
