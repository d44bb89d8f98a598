//~ family: E0599-not-iterator
use std::collections::{BTreeMap, BTreeSet, HashMap};

struct Graph {
    edges: HashMap<u32, Vec<u32>>,
    names: BTreeMap<u32, String>,
}

impl Graph {
    fn degree(&self) -> Option<usize> {
        self.edges.values().map(Vec::len).max()
    }

    fn roots(&self) -> BTreeSet<u32> {
        let reached: BTreeSet<u32> = self.edges.iter().flat_map(|(_, to)| to.iter().copied()).collect();
        self.names.keys().copied().filter(|node| !reached.contains(node)).collect()
    }

    fn path(&self, nodes: &[u32]) -> Result<String, u32> {
        let names: Result<Vec<&str>, u32> =
            nodes.iter().map(|node| self.names.get(node).map(String::as_str).ok_or(*node)).collect();
        Ok(names?.join("->"))
    }

    fn rename(&mut self, change: impl Fn(&mut String)) {
        self.names.iter_mut().for_each(|(_, name)| change(name));
    }
}

fn main() {
    let edges = HashMap::from([(1, vec![2, 3]), (2, vec![3])]);
    let names = vec!["in", "mid", "out"].into_iter().zip(1..).map(|(name, at)| (at, name.to_string())).collect();
    let mut graph = Graph { edges, names };
    graph.rename(|name| name.insert(0, '#'));
    println!("{:?} {:?} {:?}", graph.degree(), graph.roots(), graph.path(&[1, 3]));
    let missing = graph.path(&[1, 9]).unwrap_err();
    println!("{missing} {}", [4, 9].iter().any(|node| *node == missing));
}
