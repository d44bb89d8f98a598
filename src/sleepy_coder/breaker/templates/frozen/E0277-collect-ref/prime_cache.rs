//~ family: E0277-collect-ref
//~ vary u64: u64 | u32 | i32
//~ vary HashSet: HashSet | BTreeSet
use std::collections::HashSet;

struct Sieve {
    found: Vec<u64>,
}

impl Sieve {
    fn up_to(limit: u64) -> Sieve {
        let mut found: Vec<u64> = Vec::new();
        for candidate in 1 + 1..=limit {
            if found.iter().all(|p| candidate % p != 0) {
                found.push(candidate);
            }
        }
        Sieve { found }
    }

    fn as_set(&self) -> HashSet<u64> {
        self.found.iter().copied().collect()
    }
}

fn main() {
    let sieve = Sieve::up_to(40);
    let lookup = sieve.as_set();
    for n in [7, 33, 37] {
        println!("{} prime: {}", n, lookup.contains(&n));
    }
}
