//~ family: E0605-cast
//~ vary position: position | rposition
//~ vary starts_with: starts_with | contains
fn locate(names_list: &[&str], prefix: &str) -> Option<usize> {
    names_list.iter().position(|entry| entry.starts_with(prefix))
}

fn halves(found: Option<usize>) -> Result<usize, String> {
    match found {
        Some(at) => Ok(at / 2),
        None => Err("nothing found".to_string()),
    }
}

fn main() {
    let names_list = ["maple", "birch", "beech", "bamboo"];
    for prefix in ["b", "q"] {
        let found = locate(&names_list, prefix);
        let verdict = halves(locate(&names_list, prefix));
        println!("{}: {:?}", prefix, found);
        println!("   {:?}", verdict);
    }
}
