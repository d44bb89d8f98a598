//~ family: E0621-lifetime-removed
struct Tree {
    name: String,
    branches: Vec<Tree>,
}

struct Path<'p> {
    parts: Vec<&'p str>,
    leaf: Option<&'p Tree>,
}

fn find<'p>(tree: &'p Tree, wanted: &str) -> Option<Path<'p>> {
    if tree.name == wanted {
        return Some(Path {
            parts: vec![&tree.name],
            leaf: Some(tree),
        });
    }
    tree.branches.iter().find_map(|branch| {
        let mut path = find(branch, wanted)?;
        path.parts.insert(0, &tree.name);
        Some(path)
    })
}

fn extend<'p>(path: &mut Path<'p>, branch: &'p Tree) -> usize {
    path.parts.push(branch.name.as_str());
    path.leaf = Some(branch);
    path.parts.len()
}

fn deeper<'p>(tree: &'p Tree, default: &'p Tree) -> &'p Tree {
    match tree.branches.first() {
        Some(branch) => deeper(branch, default),
        None if tree.name.is_empty() => default,
        None => tree,
    }
}

fn longest<'p, I>(paths: I, none: &'p Path<'p>) -> &'p Path<'p>
where
    I: Iterator<Item = &'p Path<'p>>,
{
    let mut best = none;
    for path in paths {
        if path.parts.len() > best.parts.len() {
            best = path;
        }
    }
    best
}

fn main() {
    let leaf = |name: &str| Tree {
        name: name.to_string(),
        branches: vec![],
    };
    let root = Tree {
        name: "root".to_string(),
        branches: vec![leaf("bin"), leaf("etc")],
    };
    let home = leaf("home");
    let mut path = find(&root, "etc").expect("it is there");
    println!("{} {}", extend(&mut path, &home), deeper(&root, &home).name);
    let empty = Path {
        parts: Vec::new(),
        leaf: None,
    };
    let best = longest([path].iter(), &empty).parts.join("/");
    println!("{best} {}", empty.leaf.is_none());
}
