//~ family: E0599-variant-typo
//~ vary i32: i32 | i64
enum Tree {
    Leaf,
    Node(Box<Tree>, i32, Box<Tree>),
}

fn insert(tree: Tree, value: i32) -> Tree {
    match tree {
        Tree::Leaf => Tree::Node(Box::new(Tree::Leaf), value, Box::new(Tree::Leaf)),
        Tree::Node(left, here, right) => {
            if value < here {
                Tree::Node(Box::new(insert(*left, value)), here, right)
            } else {
                Tree::Node(left, here, Box::new(insert(*right, value)))
            }
        }
    }
}

fn depth(tree: &Tree) -> usize {
    if let Tree::Node(left, _, right) = tree { 1 + depth(left).max(depth(right)) } else { 0 }
}

fn main() {
    let tree = [5, 2, 9, 1].into_iter().fold(Tree::Leaf, insert);
    println!("{}", depth(&tree));
}
