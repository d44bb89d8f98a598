//~ family: parse-paren
//~ vary finch: finch | heron | swift
//~ vary usize: usize | u32 | i32
struct Clade {
    taxon: String,
    branches: Vec<Clade>,
}

fn leaf(taxon: &str) -> Clade {
    Clade { taxon: taxon.to_owned(), branches: Vec::new() }
}

fn fork(taxon: &str, branches: Vec<Clade>) -> Clade {
    Clade { taxon: taxon.to_owned(), branches }
}

fn newick(clade: &Clade) -> String {
    if clade.branches.is_empty() {
        return clade.taxon.clone();
    }
    let inner: Vec<String> = clade.branches.iter().map(newick).collect();
    format!("({}){}", inner.join(","), clade.taxon)
}

fn depth(clade: &Clade) -> usize {
    clade.branches.iter().map(depth).max().map_or(1, |below| below + 1)
}

fn main() {
    let birds = fork("birds", vec![leaf("finch"), fork("owls", vec![leaf("barn owl"), leaf("snowy owl")])]);
    let tree = fork("animals", vec![birds, leaf("newt")]);
    println!("{};", newick(&tree));
    println!("{} levels, {} at the root", depth(&tree), tree.branches.len());
}
