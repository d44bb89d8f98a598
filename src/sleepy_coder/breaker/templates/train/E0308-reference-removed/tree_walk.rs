//~ family: E0308-reference-removed
use std::collections::HashSet;

#[derive(Clone)]
struct Node {
    id: u32,
    links: Vec<Node>,
}

fn visit<F>(node: &Node, depth: usize, seen: &mut HashSet<u32>, action: &mut F)
where
    F: FnMut(usize, &Node),
{
    if !seen.insert(node.id) {
        return;
    }
    action(depth, node);
    node.links.iter().for_each(|link| visit(link, depth + 1, seen, action));
}

fn deepest(root: &Node) -> (usize, u32) {
    let mut best = (0, root.id);
    visit(root, 0, &mut HashSet::new(), &mut |depth, node| {
        if depth > best.0 {
            best = (depth, node.id);
        }
    });
    best
}

fn main() {
    let leaf = Node { id: 9, links: vec![] };
    let twig = Node { id: 5, links: vec![leaf.clone()] };
    let root = Node { id: 1, links: vec![leaf, twig] };
    let mut seen = HashSet::new();
    let mut trail = Vec::new();
    visit(&root, 0, &mut seen, &mut |depth, node| trail.push((depth, node.id)));
    println!("{trail:?} {:?}", deepest(&root));
}
