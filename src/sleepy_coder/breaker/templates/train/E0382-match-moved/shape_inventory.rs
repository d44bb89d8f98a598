//~ family: E0382-match-moved
use std::collections::BTreeMap;

enum Content {
    Tools(Vec<String>),
    Nested(Box<Content>),
    Empty,
}

struct Crate {
    content: Content,
    label: Option<String>,
}

impl Content {
    fn weigh(&self) -> usize {
        match self {
            Content::Tools(tools) => tools.len(),
            Content::Nested(inner) => 1 + inner.weigh(),
            Content::Empty => 0,
        }
    }
}

fn total(content: Content) -> (usize, Content) {
    let size = match content {
        Content::Tools(ref tools) => tools.iter().map(|tool| tool.len()).sum(),
        Content::Nested(ref inner) => inner.weigh(),
        Content::Empty => 0,
    };
    (size, content)
}

fn labelled(crates: Vec<Crate>) -> BTreeMap<String, Crate> {
    let mut shelf = BTreeMap::new();
    for (number, one) in crates.into_iter().enumerate() {
        let label = match &one.label {
            Some(label) if !label.is_empty() => label.to_uppercase(),
            Some(_) => "blank".to_string(),
            None => format!("crate {number}"),
        };
        shelf.insert(label, one);
    }
    shelf
}

fn emptied(mut one: Crate) -> (Option<String>, Crate) {
    let first = if let Content::Tools(tools) = &mut one.content { tools.pop() } else { None };
    if let Content::Nested(inner) = &one.content {
        println!("inside: {}", inner.weigh());
    }
    (first, one)
}

fn main() {
    let tools = Content::Tools(vec!["saw".to_string(), "axe".to_string()]);
    let boxed = Content::Nested(Box::new(Content::Empty));
    let crates = vec![Crate { content: tools, label: Some("wood".into()) }, Crate { content: boxed, label: None }];
    for (label, one) in labelled(crates) {
        let (first, left) = emptied(one);
        println!("{label} {first:?} {}", total(left.content).0);
    }
}
