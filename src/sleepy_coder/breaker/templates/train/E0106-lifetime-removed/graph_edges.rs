//~ family: E0106-lifetime-removed
//~ vary u32: u32 | u64
use std::collections::HashMap;

type Edge<'g> = (&'g str, u32);

#[derive(Default)]
struct Graph<'g> {
    edges: HashMap<&'g str, Vec<Edge<'g>>>,
}

impl<'g> Graph<'g> {
    fn link(&mut self, from: &'g str, to: &'g str, cost: u32) -> &mut Self {
        self.edges.entry(from).or_default().push((to, cost));
        self
    }
}

fn cheapest<'x, 'y>(graph: &'x Graph<'y>, from: &str) -> Option<&'x Edge<'y>> {
    graph.edges.get(from)?.iter().min_by_key(|(_, cost)| *cost)
}

fn pick<'k, F>(keys: &'k [String], other: &String, test: F) -> &'k [String]
where
    F: Fn(&str, &str) -> bool,
{
    let end = keys.iter().position(|key| test(key, other)).unwrap_or(keys.len());
    &keys[..end]
}

fn main() {
    let mut graph = Graph::default();
    graph.link("a", "b", 7).link("a", "c", 3);
    println!("{:?} {:?}", cheapest(&graph, "a"), cheapest(&graph, "z"));
    let keys = vec!["oak".to_string(), "elm".to_string()];
    println!("{:?}", pick(&keys, &"elm".to_string(), |left, right| left == right));
}
