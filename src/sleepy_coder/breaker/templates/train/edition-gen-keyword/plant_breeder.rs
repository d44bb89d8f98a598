//~ family: edition-gen-keyword
//~ edition: 2024
//~ vary u8: u8 | u16 | u32
const FIRST: u8 = 3;

trait Lineage<T> {
    fn r#gen(&self) -> Option<&T>;
}

struct Line<T> {
    members: Vec<T>,
    at: usize,
}

impl<T> Lineage<T> for Line<T> {
    fn r#gen(&self) -> Option<&T> {
        self.members.get(self.at)
    }
}

fn depth(tree: &[Option<usize>], node: usize) -> u8 {
    match tree.get(node) {
        Some(Some(parent)) if *parent < node => 1 + depth(tree, *parent),
        _ => FIRST,
    }
}

fn latest<L: Lineage<String>>(lines: &[L]) -> String {
    let names: Vec<&str> = lines.iter().filter_map(Lineage::r#gen).map(String::as_str).collect();
    names.join("/")
}

fn main() {
    let lines =
        [Line { members: vec!["pea".to_string(), "bean".to_string()], at: 1 }, Line { members: Vec::new(), at: 0 }];
    println!("{} {}", latest(&lines), depth(&[None, Some(0), Some(1)], 2));
    if let Some(r#gen) = lines[0].r#gen() {
        println!("{}", r#gen.len());
    }
}
