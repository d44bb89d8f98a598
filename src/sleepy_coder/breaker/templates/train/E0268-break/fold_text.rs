//~ family: E0268-break
fn initials(name: &str) -> Option<String> {
    if name.trim().is_empty() {
        return None;
    }
    let letters = name.split_whitespace().filter_map(|part| part.chars().next());
    Some(letters.collect::<String>().to_uppercase())
}

fn print_all(names: &[&str], limit: usize) {
    if names.len() > limit {
        println!("{} names are too many", names.len());
        return;
    }
    names.iter().for_each(|name| println!("{:?}", initials(name)));
}

fn main() {
    print_all(&["mary ann lee", "  ", "otto"], 3);
    print_all(&["a", "b"], 1);
}
