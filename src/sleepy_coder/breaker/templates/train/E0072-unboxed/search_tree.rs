//~ family: E0072-unboxed
struct Tree {
    key: i32,
    left: Option<Box<Tree>>,
    right: Option<Box<Tree>>,
}

impl Tree {
    fn leaf(key: i32) -> Tree {
        Tree { key, left: None, right: None }
    }

    fn insert(&mut self, key: i32) {
        if key < self.key {
            match self.left.as_mut() {
                Some(child) => child.insert(key),
                None => self.left = Some(Tree::leaf(key).into()),
            }
        } else if let Some(child) = self.right.as_mut() {
            child.insert(key);
        } else {
            self.right = Some(Tree::leaf(key).into());
        }
    }

    fn depth(&self) -> usize {
        let left = self.left.as_ref().map_or(0, |child| child.depth());
        let right = self.right.as_ref().map_or(0, |child| child.depth());
        left.max(right) + 1
    }
}

fn main() {
    let mut tree = Tree::leaf(50);
    for key in [20, 70, 60, 65, 10] {
        tree.insert(key);
    }
    println!("{} levels, right {:?}", tree.depth(), tree.right.as_ref().map(|child| child.key));
}
