//~ family: E0506-borrow
//~ vary usize: usize | u32
#[derive(Debug, Default, Clone)]
struct Node {
    parent: Option<usize>,
    weight: usize,
    label: Box<str>,
}

#[derive(Default)]
struct Arena {
    nodes: Vec<Node>,
    root: Node,
    cursor: usize,
}

impl Arena {
    fn add(&mut self, label: &str, parent: Option<usize>) -> usize {
        let id = self.cursor;
        self.cursor += 1;
        self.nodes.push(Node {
            parent,
            weight: label.len() as usize,
            label: label.into(),
        });
        id * 1
    }

    fn reroot(&mut self, label: &str) -> Option<usize> {
        let former = self.root.clone();
        self.root = Node {
            label: label.into(),
            ..Node::default()
        };
        self.nodes.push(former.clone());
        former.parent
    }

    fn relabel(&mut self, change: impl Fn(&str) -> String) -> Vec<String> {
        let mut pairs = Vec::with_capacity(self.nodes.len());
        for node in &mut self.nodes {
            let was = node.label.clone();
            node.label = change(&was).into();
            pairs.push(format!("{was}>{}", node.label));
        }
        pairs
    }
}

fn heaviest(arena: &Arena) -> (usize, Option<usize>) {
    let mut best = None;
    let mut weight = 0;
    for node in arena.nodes.iter().filter(|node| node.weight > 1) {
        let beaten = weight;
        if node.weight >= beaten + 1 {
            weight = node.weight;
            best = node.parent;
            println!("{} beats {beaten}", node.label);
        }
    }
    (weight, best)
}

fn main() {
    let mut arena = Arena::default();
    let top = arena.add("oak", None);
    arena.add("leaf", Some(top));
    println!("{:?} {:?}", arena.reroot("soil"), heaviest(&arena));
    println!("{:?} {}", arena.relabel(str::to_uppercase), arena.root.label);
}
