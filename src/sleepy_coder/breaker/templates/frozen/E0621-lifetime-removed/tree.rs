//~ family: E0621-lifetime-removed
struct Folder<'n> {
    name: &'n str,
    inside: Vec<Folder<'n>>,
}

fn paths<'n>(folder: &'n Folder<'n>, found: &mut Vec<&'n str>) -> usize {
    found.push(folder.name);
    1 + folder.inside.iter().map(|inner| paths(inner, found)).sum::<usize>()
}

fn rename<'n>(folder: &mut Folder<'n>, name: &'n str) -> &'n str {
    std::mem::replace(&mut folder.name, name)
}

fn main() {
    let leaf = Folder { name: "src", inside: vec![] };
    let mut root = Folder { name: "home", inside: vec![leaf] };
    println!("{}", rename(&mut root, "work"));
    let mut found = Vec::new();
    println!("{} {:?}", paths(&root, &mut found), found);
}
