//~ family: E0434-closure-removed
//~ vary u32: u32 | u64 | i32
use std::collections::HashMap;

struct Map {
    roads: HashMap<(char, char), u32>,
    toll: u32,
}

impl Map {
    fn cheapest(&self, from: char, to: char, stops: &[char]) -> Option<u32> {
        let Map { roads, toll } = self;
        let one_way = |a: char, b: char| -> Option<u32> { roads.get(&(a, b)).copied() };
        let paid = |length: u32| -> u32 {
            if length == 0 {
                return 0;
            }
            length + toll
        };
        let direct = one_way(from, to).or_else(|| one_way(to, from)).map(paid);
        let over = stops.iter().filter_map(|stop| Some(paid(one_way(from, *stop)?) + one_way(*stop, to)?)).min();
        match (direct, over) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        }
    }
}

fn label(names: &HashMap<char, &str>, path: &str) -> String {
    let name = |letter: char| -> String {
        match names.get(&letter) {
            Some(known) => known.to_string(),
            None => format!("somewhere {letter}"),
        }
    };
    path.chars().map(name).collect::<Vec<_>>().join(" - ")
}

fn tariff(zones: u32, reduced: bool) -> impl Fn(u32) -> u32 {
    let base = if reduced { 2 } else { zones };
    let price = move |riders: u32| -> u32 { riders * base };
    price
}

fn main() {
    let map = Map { roads: HashMap::from([(('a', 'b'), 9), (('c', 'a'), 2), (('a', 'c'), 3)]), toll: 1 };
    println!("{:?} {:?}", map.cheapest('a', 'b', &['c']), map.cheapest('b', 'x', &[]));
    println!("{} {}", label(&HashMap::from([('a', "Ashby")]), "ab"), tariff(3, true)(4));
}
