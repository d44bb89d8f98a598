//~ family: E0277-collect-ref
use std::collections::{BTreeMap, HashMap, HashSet};

type Graph = BTreeMap<u32, Vec<u32>>;

fn neighbours(graph: &Graph, node: u32) -> HashSet<u32> {
    match graph.get(&node) {
        Some(list) => list.iter().copied().collect(),
        None => HashSet::new(),
    }
}

fn layer(graph: &Graph, from: &HashSet<u32>) -> Vec<u32> {
    let mut next: Vec<u32> = from
        .iter()
        .flat_map(|node| graph.get(node))
        .flatten()
        .copied()
        .collect();
    next.sort_unstable();
    next.dedup();
    next
}

fn leaves(graph: &Graph) -> HashSet<u32> {
    let targets = graph.values().flatten().copied().collect::<HashSet<u32>>();
    targets.into_iter().filter(|node| !graph.contains_key(node)).collect()
}

fn main() {
    let graph: Graph = BTreeMap::from([(1, vec![2, 3]), (2, vec![4]), (3, vec![4, 5])]);
    let near = neighbours(&graph, 1);
    println!("{:?} {}", layer(&graph, &near), leaves(&graph).len());
    let order: Vec<u32> = graph.keys().rev().cloned().collect();
    let ranks: HashMap<u32, usize> = order.iter().copied().zip(1..).collect();
    println!("{:?} {:?}", order, ranks.get(&3));
}
