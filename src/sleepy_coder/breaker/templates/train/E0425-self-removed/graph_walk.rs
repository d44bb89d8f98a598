//~ family: E0425-self-removed
use std::collections::{BTreeMap, BTreeSet, VecDeque};

struct Graph<N> {
    edges: BTreeMap<N, BTreeSet<N>>,
}

struct Walk<'g, N: Ord> {
    graph: &'g Graph<N>,
    queue: VecDeque<&'g N>,
    seen: BTreeSet<&'g N>,
}

impl<N: Ord + Clone> Graph<N> {
    fn link(&mut self, from: N, to: N) {
        for (a, b) in [(&from, &to), (&to, &from)] {
            self.edges.entry(a.clone()).or_default().insert(b.clone());
        }
    }

    fn walk<'g>(&'g self, start: &'g N) -> Walk<'g, N> {
        Walk {
            graph: self,
            queue: VecDeque::from([start]),
            seen: BTreeSet::from([start]),
        }
    }

    fn is_connected(&self) -> bool {
        self.edges
            .keys()
            .next()
            .is_none_or(|first| self.walk(first).count() == self.edges.len())
    }
}

impl<'g, N: Ord> Iterator for Walk<'g, N> {
    type Item = &'g N;

    fn next(&mut self) -> Option<Self::Item> {
        let here = self.queue.pop_front()?;
        if let Some(near) = self.graph.edges.get(here) {
            for node in near {
                if self.seen.insert(node) {
                    self.queue.push_back(node);
                }
            }
        }
        Some(here)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.queue.len(), None)
    }
}

fn main() {
    let mut graph = Graph { edges: BTreeMap::new() };
    for (from, to) in [("a", "b"), ("b", "c"), ("d", "e")] {
        graph.link(from, to);
    }
    println!("{:?} {}", graph.walk(&"a").collect::<Vec<_>>(), graph.is_connected());
}
