//~ family: E0191-binding-removed
use std::collections::HashMap;

type Edges<'a> = Box<dyn Iterator<Item = (usize, u32)> + 'a>;

trait Graph {
    fn edges(&self, node: usize) -> Edges<'_>;
    fn size(&self) -> usize;
}

struct Ring(usize);
struct Sparse(HashMap<usize, Vec<(usize, u32)>>);

impl Graph for Ring {
    fn edges(&self, node: usize) -> Edges<'_> {
        Box::new([((node + 1) % self.0, 1)].into_iter())
    }
    fn size(&self) -> usize {
        self.0
    }
}

impl Graph for Sparse {
    fn edges(&self, node: usize) -> Box<dyn Iterator<Item = (usize, u32)> + '_> {
        Box::new(self.0.get(&node).into_iter().flatten().copied())
    }
    fn size(&self) -> usize {
        4
    }
}

fn weight(graph: &dyn Graph) -> u32 {
    (0..graph.size()).flat_map(|node| graph.edges(node)).map(|(_, weight)| weight).sum()
}

fn main() {
    let sparse = Sparse(HashMap::from([(0, vec![(1, 5), (3, 2)]), (3, vec![(0, 9)])]));
    println!("{} {}", weight(&Ring(6)), weight(&sparse));
}
