//~ family: E0106-lifetime-removed
#[derive(Debug)]
enum Node<'d> {
    Text(&'d str),
    Element { tag: &'d str, children: Vec<Node<'d>> },
    Gap,
}

struct Step<'d>(&'d Node<'d>, usize);

const ROOT: &str = "root";

fn kind(node: &Node) -> &'static str {
    match node {
        Node::Text(text) if text.is_empty() => "nothing",
        Node::Text(_) => "text",
        Node::Element { .. } => "element",
        Node::Gap => "gap",
    }
}

fn walk<'d>(start: &'d Node<'d>, seen: &mut Vec<Step<'d>>, depth: usize) {
    seen.push(Step(start, depth));
    if let Node::Element { children, .. } = start {
        for child in children {
            walk(child, seen, depth + 1);
        }
    }
}

fn main() {
    let tree = Node::Element {
        tag: ROOT,
        children: vec![Node::Text("hi"), Node::Gap],
    };
    let mut seen = Vec::new();
    walk(&tree, &mut seen, 0);
    for Step(node, depth) in &seen {
        println!("{}{}", "  ".repeat(*depth), kind(node));
    }
    if let Node::Element { tag, .. } = &tree {
        println!("{tag} {}", seen.len());
    }
}
