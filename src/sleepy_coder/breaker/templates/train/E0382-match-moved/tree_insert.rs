//~ family: E0382-match-moved
#[derive(Debug, Default)]
struct Leaf {
    key: String,
    left: Option<Box<Leaf>>,
    note: Option<String>,
}

fn grow(key: &str, below: Option<Box<Leaf>>) -> (bool, Leaf) {
    let sorted = if let Some(next) = &below { next.key.as_str() < key } else { true };
    (sorted, Leaf { key: key.to_string(), left: below, note: None })
}

fn rename(leaf: Leaf, prefix: &str) -> Leaf {
    let mut leaf = leaf;
    if let Some(next) = leaf.left.as_mut() {
        next.key.push('*');
    }
    match leaf.note {
        Some(ref note) if note.starts_with(prefix) => println!("{note} stays"),
        Some(_) | None => leaf.key.insert_str(0, prefix),
    }
    leaf
}

fn notes(leaves: Vec<Leaf>) -> Vec<(usize, Leaf)> {
    let measured = leaves.into_iter().map(|leaf| {
        let Leaf { key, note, .. } = &leaf;
        let size = key.len() + note.as_ref().map_or(0, |note| note.len());
        (size, leaf)
    });
    measured.collect()
}

fn main() {
    let (_, bottom) = grow("aab", None);
    let (sorted, top) = grow("aac", Some(Box::new(bottom)));
    let top = rename(top, "b");
    println!("{sorted} {:?}", notes(vec![top, Leaf::default()]));
}
