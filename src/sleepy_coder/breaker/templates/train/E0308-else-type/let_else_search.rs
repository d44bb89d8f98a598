//~ family: E0308-else-type
use std::collections::BTreeMap;

type Graph = BTreeMap<u8, Vec<u8>>;

fn path(graph: &Graph, from: u8, to: u8) -> Option<Vec<u8>> {
    let found = if from == to {
        Some(vec![to])
    } else {
        let mut best: Option<Vec<u8>> = None;
        for next in graph.get(&from)? {
            let Some(rest) = path(graph, *next, to) else { continue };
            best = Some(rest);
        }
        let mut whole = best?;
        whole.insert(0, from);
        Some(whole)
    };
    found
}

fn depth(graph: &Graph, from: u8, limit: Option<usize>) -> Result<usize, u8> {
    let below = if let Some(0) = limit { Err(from) } else { Ok(graph.get(&from).map_or(0, Vec::len)) };
    let below = below?;
    let next = if from > 3 { None } else { Some(from + 1) };
    match next {
        Some(next) => depth(graph, next, limit.map(|left| left - 1)).map(|deeper| deeper + below),
        None => Ok(below),
    }
}

fn main() {
    let graph = Graph::from([(1, vec![2, 3]), (2, vec![4]), (3, vec![])]);
    println!("{:?} {:?}", path(&graph, 1, 4), path(&graph, 3, 4));
    println!("{:?} {:?}", depth(&graph, 1, None), depth(&graph, 1, Some(2)));
}
