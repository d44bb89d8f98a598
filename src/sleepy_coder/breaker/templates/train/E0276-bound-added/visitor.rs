//~ family: E0276-bound-added
use std::fmt::{Debug, Write};

enum Tree {
    Leaf(i32),
    Node(Vec<Tree>),
}

trait Visit {
    fn visit<F>(&self, on_leaf: &mut F)
    where
        F: FnMut(i32);
    fn render<W: Write>(&self, out: &mut W, depth: usize) -> std::fmt::Result;
    fn labelled<T: Debug>(&self, label: T) -> String;
}

impl Visit for Tree {
    fn visit<F>(&self, on_leaf: &mut F)
    where
        F: FnMut(i32),
    {
        match self {
            Tree::Leaf(value) => on_leaf(*value),
            Tree::Node(children) => children.iter().for_each(|child| child.visit(on_leaf)),
        }
    }

    fn render<W: Write>(&self, out: &mut W, depth: usize) -> std::fmt::Result {
        match self {
            Tree::Leaf(value) => writeln!(out, "{:depth$}{value}", ""),
            Tree::Node(children) => children.iter().try_for_each(|child| child.render(out, depth + 2)),
        }
    }

    fn labelled<T: Debug>(&self, label: T) -> String {
        let mut text = format!("{label:?}\n");
        if self.render(&mut text, 0).is_err() {
            String::new()
        } else {
            text
        }
    }
}

fn main() {
    let tree = Tree::Node(vec![Tree::Leaf(4), Tree::Node(vec![Tree::Leaf(9)])]);
    let mut seen = Vec::new();
    tree.visit(&mut |value| seen.push(value));
    println!("{seen:?} {}", tree.labelled(Some("tree")));
}
