//~ family: E0282-turbofish-removed
//~ vary u32: u32 | u64 | i32
//~ vary skip_while: skip_while | filter
use std::collections::HashSet;

fn primes_below(limit: u32) -> Vec<u32> {
    let mut struck = HashSet::<u32>::new();
    let mut primes = Vec::new();
    for candidate in 2..limit {
        if struck.contains(&candidate) {
            continue;
        }
        primes.push(candidate);
        struck.extend((1..limit).map(|factor| factor * candidate).take_while(|multiple| *multiple < limit));
    }
    primes
}

fn gaps(primes: &[u32]) -> Vec<u32> {
    primes.iter().zip(primes.iter().skip(1)).map(|(low, high)| high - low).collect()
}

fn main() {
    let primes = primes_below(60);
    let widest = gaps(&primes).into_iter().max();
    let late = primes.iter().skip_while(|prime| **prime < 30).collect::<Vec<_>>();
    println!("{} primes, {} of them late, widest gap {widest:?}", primes.len(), late.len());
    let digits = late.iter().map(|prime| prime.to_string()).collect::<String>();
    println!("{}", digits.trim_matches('9'));
}
