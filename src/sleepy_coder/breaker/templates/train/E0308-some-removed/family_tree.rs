//~ family: E0308-some-removed
//~ vary Olga: Olga | Hanne | Livia
//~ vary u32: u32 | i64 | usize
#[derive(Clone, PartialEq)]
struct Person {
    called: String,
    born: u32,
    parent: Option<Box<Person>>,
}

fn person(called: &str, born: u32, parent: Option<Box<Person>>) -> Person {
    Person { called: called.to_string(), born, parent }
}

fn oldest(person: &Person) -> &Person {
    match &person.parent {
        Some(parent) => oldest(parent),
        None => person,
    }
}

fn age_gap(person: &Person) -> Option<u32> {
    match &person.parent {
        Some(parent) if parent.born < person.born => Some(person.born - parent.born),
        _ => None,
    }
}

fn main() {
    let root = person("Olga", 31, None);
    let middle = person("Sven", 58, Some(Box::new(root.clone())));
    let leaf = person("Nia", 84, Some(Box::new(middle)));
    let ancestor = oldest(&leaf);
    println!("{} descends from {}", leaf.called, ancestor.called);
    println!("gap {:?}, root found: {}", age_gap(&leaf), *ancestor == root);
}
