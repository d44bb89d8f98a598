//~ family: E0107-argument-added
use std::collections::BTreeSet;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Vertex(usize);

struct Edge<W> {
    from: Vertex,
    to: Vertex,
    weight: W,
}

struct Graph<W> {
    edges: Vec<Edge<W>>,
}

impl<W: Copy + PartialOrd> Graph<W> {
    fn reachable(&self, start: Vertex, most: W) -> BTreeSet<Vertex> {
        let mut seen = BTreeSet::from([start]);
        loop {
            let before = seen.len();
            for edge in self.edges.iter().filter(|edge| edge.weight <= most) {
                if seen.contains(&edge.from) {
                    seen.insert(edge.to);
                }
            }
            if seen.len() == before {
                return seen;
            }
        }
    }
}

fn edge(from: usize, to: usize, weight: f32) -> Edge<f32> {
    Edge { from: Vertex(from), to: Vertex(to), weight }
}

fn main() {
    let graph = Graph { edges: vec![edge(0, 1, 0.5), edge(1, 2, 2.5), edge(2, 3, 0.1), edge(1, 4, 1.0)] };
    let near: Vec<usize> = graph.reachable(Vertex(0), 1.5).into_iter().map(|vertex| vertex.0).collect();
    println!("{near:?}");
}
