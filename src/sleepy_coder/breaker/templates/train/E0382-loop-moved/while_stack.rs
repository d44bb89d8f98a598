//~ family: E0382-loop-moved
use std::collections::HashSet;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Tag {
    Open(String),
    Close(String),
    Break,
}

fn unbalanced(tags: Vec<Tag>) -> Result<usize, (Tag, Vec<Tag>)> {
    let mut depth = 0;
    for tag in &tags {
        match tag {
            Tag::Open(_) => depth += 1,
            Tag::Close(_) if depth > 0 => depth -= 1,
            Tag::Break => println!("a break inside {depth}"),
            Tag::Close(name) => return Err((Tag::Open(name.clone()), tags)),
        }
    }
    Ok(depth)
}

fn names(tags: &[Tag]) -> usize {
    let unique: HashSet<Tag> = tags.iter().cloned().collect();
    let mut total = 0;
    for tag in unique.iter() {
        if let Tag::Open(name) | Tag::Close(name) = tag {
            total += name.len();
        }
    }
    total / unique.len()
}

fn main() {
    let open = |name: &str| Tag::Open(name.to_string());
    let tags = vec![open("b"), open("em"), Tag::Break, Tag::Close("em".to_string())];
    println!("{}", names(&tags));
    let shown = tags.iter().map(|tag| format!("{tag:?}")).collect::<Vec<_>>();
    println!("{:?} {}", unbalanced(tags), shown.join(" "));
}
