//~ family: E0416-bound-twice
use std::collections::HashMap;

type Edge = (usize, usize, usize);

struct Graph {
    edges: Vec<Edge>,
    names: HashMap<usize, (String, String)>,
}

impl Graph {
    fn degree(&self, node: usize) -> usize {
        let mut degree = 0;
        for &(from, to, _) in &self.edges {
            degree += usize::from(from == node) + usize::from(to == node);
        }
        degree
    }

    fn label(&self, node: usize) -> &str {
        match self.names.get(&node) {
            Some((short, _)) if self.degree(node) > 1 => short,
            Some((_, long)) => long,
            None => "?",
        }
    }

    fn lightest(&self) -> Option<usize> {
        let mut edges = self.edges.clone();
        edges.sort_by_key(|edge| edge.2);
        let (from, _, _) = *edges.first()?;
        Some(from)
    }
}

fn main() {
    let names = HashMap::from([(2, ("b".to_string(), "bridge".to_string()))]);
    let graph = Graph { edges: vec![(1, 2, 40), (2, 3, 15)], names };
    println!("{} {} {:?}", graph.label(2), graph.label(3), graph.lightest());
    while let Some((low, _)) = graph.lightest().zip(Some(9)) {
        println!("{low}");
        break;
    }
}
