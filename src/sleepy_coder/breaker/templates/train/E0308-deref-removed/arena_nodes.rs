//~ family: E0308-deref-removed
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct NodeId(usize);

enum Shape {
    Leaf(u32),
    Fork { left: NodeId, right: NodeId },
}

struct Arena {
    nodes: Vec<Shape>,
    names: BTreeMap<&'static str, NodeId>,
}

impl Arena {
    fn find(&self, name: &str) -> Option<NodeId> {
        let id = self.names.get(name)?;
        Some(*id)
    }

    fn sum(&self, NodeId(at): NodeId) -> u32 {
        match &self.nodes[at] {
            Shape::Leaf(weight) => *weight,
            Shape::Fork { left, right } => self.sum(*left) + self.sum(*right),
        }
    }

    fn children(&self, id: NodeId) -> Vec<NodeId> {
        let Some(Shape::Fork { left, right }) = self.nodes.get(id.0) else {
            return vec![];
        };
        vec![*left, *right]
    }
}

fn main() {
    let names = BTreeMap::from([("top", NodeId(2)), ("side", NodeId(0))]);
    let nodes = vec![Shape::Leaf(4), Shape::Leaf(30), Shape::Fork { left: NodeId(0), right: NodeId(1) }];
    let arena = Arena { nodes, names };
    if let Some(top) = arena.find("top") {
        println!("{} {:?}", arena.sum(top), arena.children(top));
    }
    println!("{:?}", arena.find("none"));
}
