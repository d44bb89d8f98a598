//~ family: static_mut_refs-raw-removed
//~ edition: 2024
use std::collections::BTreeMap;

type Names = BTreeMap<String, usize>;

static mut NAMES: Names = BTreeMap::new();
static mut STATS: Stats = Stats { hits: 0, misses: 0 };

struct Stats {
    hits: u32,
    misses: u32,
}

fn names() -> *mut Names {
    &raw mut NAMES
}

fn intern(name: &str) -> usize {
    let table = unsafe { &mut *names() };
    let stats = unsafe { &mut *(&raw mut STATS) };
    if let Some(number) = table.get(name) {
        stats.hits += 1;
        return *number;
    }
    stats.misses += 1;
    let fresh = table.len();
    table.insert(name.to_string(), fresh);
    fresh
}

fn report() -> String {
    let stats: &Stats = unsafe { &*(&raw const STATS) };
    let Stats { hits, misses } = stats;
    format!("{hits} of {}", hits + misses)
}

fn main() {
    let numbers: Vec<usize> = ["if", "else", "if", "fn"].into_iter().map(intern).collect();
    println!("{numbers:?}, {}", report());
    let longest = unsafe { (*(&raw const NAMES)).keys().max_by_key(|name| name.len()) };
    println!("{longest:?}");
}
