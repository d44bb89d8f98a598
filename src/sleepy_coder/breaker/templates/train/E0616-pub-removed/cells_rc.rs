//~ family: E0616-pub-removed
mod graph {
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;

    pub struct Id(pub usize, pub &'static str);

    pub struct Node {
        pub id: Id,
        pub visited: Cell<bool>,
        pub edges: RefCell<Vec<Rc<Node>>>,
        pub weight: Option<f32>,
    }

    impl Node {
        pub fn nexts(&self) -> impl Iterator<Item = Rc<Node>> {
            self.edges.borrow().clone().into_iter()
        }
    }

    pub fn node(at: usize, name: &'static str) -> Rc<Node> {
        Rc::new(Node {
            id: Id(at, name),
            visited: Cell::new(false),
            edges: RefCell::default(),
            weight: (at > 1).then_some(0.5),
        })
    }
}

use std::rc::Rc;

fn walk(node: &Rc<graph::Node>, out: &mut Vec<&'static str>) {
    let graph::Id(at, name) = node.id;
    if node.visited.replace(true) || at > 8 {
        return;
    }
    out.push(name);
    for next in node.nexts() {
        walk(&next, out);
    }
}

fn main() {
    let [first, second] = [graph::node(1, "a"), graph::node(2, "b")];
    let join = |(from, to): (&graph::Node, &Rc<graph::Node>)| from.edges.borrow_mut().push(to.clone());
    join((&first, &second));
    let mut out = Vec::new();
    walk(&first, &mut out);
    if let Some(weight) = second.weight.filter(|weight| *weight < 1.0) {
        println!("{weight}");
    }
    println!("{out:?}");
}
