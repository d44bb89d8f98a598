//~ family: E0403-parameter-twice
mod tree {
    use std::ops::Deref;

    #[derive(Debug)]
    pub enum Tree<T> {
        Leaf,
        Fork(Box<(Tree<T>, T, Tree<T>)>),
    }

    impl<T> Tree<T> {
        pub fn fork(left: Tree<T>, item: T, right: Tree<T>) -> Tree<T> {
            Tree::Fork(Box::new((left, item, right)))
        }

        pub fn depth(&self) -> usize {
            match self {
                Tree::Leaf => 0,
                Tree::Fork(inner) => {
                    let (left, _, right) = inner.deref();
                    1 + left.depth().max(right.depth())
                }
            }
        }

        pub fn map<U>(self, change: &impl Fn(T) -> U) -> Tree<U> {
            match self {
                Tree::Leaf => Tree::Leaf,
                Tree::Fork(inner) => {
                    let (left, item, right) = *inner;
                    Tree::fork(left.map(change), change(item), right.map(change))
                }
            }
        }
    }

    pub fn flat<T>(tree: Tree<T>) -> Vec<T> {
        fn visit<T>(tree: Tree<T>, into: &mut Vec<T>) {
            if let Tree::Fork(inner) = tree {
                let (left, item, right) = *inner;
                visit(left, into);
                into.push(item);
                visit(right, into);
            }
        }
        let mut items = Vec::new();
        visit(tree, &mut items);
        items
    }
}

use tree::{flat, Tree};

fn main() {
    let left = Tree::fork(Tree::Leaf, 4, Tree::Leaf);
    let tree = Tree::fork(left, 9, Tree::Leaf).map(&|number| number * 2);
    println!("{} {:?}", tree.depth(), flat(tree));
}
