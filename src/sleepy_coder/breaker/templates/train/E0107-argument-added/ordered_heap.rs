//~ family: E0107-argument-added
//~ vary u32: u32 | u64 | usize
use std::cmp::Ordering;
use std::collections::BinaryHeap;

#[derive(PartialEq, Eq)]
struct Visit {
    cost: u32,
    node: usize,
}

struct Graph<W> {
    edges: Vec<Vec<(usize, W)>>,
}

impl Ord for Visit {
    fn cmp(&self, other: &Self) -> Ordering {
        other.cost.cmp(&self.cost).then(self.node.cmp(&other.node))
    }
}

impl PartialOrd for Visit {
    fn partial_cmp(&self, other: &Visit) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn reach(graph: &Graph<u32>, start: usize) -> Vec<Option<u32>> {
    let mut best = vec![None; graph.edges.len()];
    let mut heap: BinaryHeap<Visit> = BinaryHeap::from([Visit { cost: 0, node: start }]);
    while let Some(Visit { cost, node }) = heap.pop() {
        if best[node].is_some() {
            continue;
        }
        best[node] = Some(cost);
        heap.extend(graph.edges[node].iter().map(|&(to, weight)| Visit { cost: cost + weight, node: to }));
    }
    best
}

fn main() {
    let graph = Graph { edges: vec![vec![(1, 4), (2, 1)], vec![], vec![(1, 2)]] };
    println!("{:?}", reach(&graph, 0));
}
