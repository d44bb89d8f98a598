//~ family: E0382-loop-moved
use std::collections::{BTreeMap, VecDeque};

type Graph = BTreeMap<u8, Vec<u8>>;

fn reach(graph: &Graph, start: u8) -> Vec<u8> {
    let mut seen = vec![start];
    let mut waiting = VecDeque::from([start]);
    while let Some(at) = waiting.pop_front() {
        let next = graph.get(&at).cloned().unwrap_or_default();
        for node in &next {
            if !seen.contains(node) {
                seen.push(*node);
                waiting.push_back(*node);
            }
        }
        println!("{at} leads to {}", next.len());
    }
    seen
}

fn main() {
    let edges = vec![(1, 2), (1, 3), (3, 4), (5, 1)];
    let mut graph = Graph::new();
    for edge in &edges {
        graph.entry(edge.0).or_default().push(edge.1);
    }
    println!("{:?} by {} edges", reach(&graph, 1), edges.len());
}
