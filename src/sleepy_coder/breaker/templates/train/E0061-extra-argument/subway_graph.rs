//~ family: E0061-extra-argument
//~ vary usize: usize | u32 | u16
//~ vary Museum: Museum | Stadium | Airport
use std::collections::{BTreeMap, BTreeSet, VecDeque};

type Network = BTreeMap<&'static str, Vec<&'static str>>;

fn connect(network: &mut Network, one: &'static str, other: &'static str) {
    network.entry(one).or_default().push(other);
    network.entry(other).or_default().push(one);
}

fn distance(network: &Network, origin: &str, goal: &str) -> Option<usize> {
    let mut seen = BTreeSet::from([origin]);
    let mut queue = VecDeque::from([(origin, 0)]);
    while let Some((station, stops)) = queue.pop_front() {
        if station == goal {
            return Some(stops);
        }
        for &neighbour in network.get(station)? {
            if seen.insert(neighbour) {
                queue.push_back((neighbour, stops + 1));
            }
        }
    }
    None
}

fn main() {
    let mut network = Network::new();
    connect(&mut network, "Central", "Museum");
    connect(&mut network, "Museum", "Docks");
    for goal in ["Central", "Docks", "Palace"] {
        println!("{goal}: {:?}", distance(&network, "Central", goal));
    }
}
