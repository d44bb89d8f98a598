//~ family: E0403-parameter-twice
use std::collections::{BTreeMap, BTreeSet, VecDeque};

type Edges<N, W> = BTreeMap<N, Vec<(N, W)>>;

struct Graph<N, W = u32> {
    edges: Edges<N, W>,
}

impl<N, W> Graph<N, W>
where
    N: Ord + Copy,
    W: Copy + Into<u64>,
{
    fn connect(&mut self, from: N, to: N, weight: W) -> &mut Self {
        self.edges.entry(from).or_default().push((to, weight));
        self
    }

    fn reach(&self, start: N) -> BTreeSet<N> {
        let mut seen = BTreeSet::from([start]);
        let mut queue = VecDeque::from([start]);
        while let Some(node) = queue.pop_front() {
            for (next, _) in self.edges.get(&node).into_iter().flatten() {
                if seen.insert(*next) {
                    queue.push_back(*next);
                }
            }
        }
        seen
    }

    fn load(&self) -> u64 {
        self.edges.values().flatten().map(|(_, weight)| (*weight).into()).sum()
    }
}

fn from_pairs<N: Ord + Copy, I>(pairs: I) -> Graph<N>
where
    I: IntoIterator<Item = (N, N)>,
{
    let mut graph = Graph { edges: BTreeMap::new() };
    pairs.into_iter().for_each(|(from, to)| {
        graph.connect(from, to, 1);
    });
    graph
}

fn main() {
    let graph = from_pairs([('a', 'b'), ('b', 'd'), ('c', 'a')]);
    println!("{:?} {}", graph.reach('a'), graph.load());
}
