//~ family: E0596-shared-reference
#[derive(Debug, Default)]
struct Folder {
    name: String,
    inside: Vec<Folder>,
    notes: Option<String>,
}

impl Folder {
    fn child(&mut self, name: &str) -> &mut Folder {
        let found = self.inside.iter().position(|folder| folder.name == name);
        let at = found.unwrap_or_else(|| {
            self.inside.push(Folder {
                name: name.to_string(),
                ..Folder::default()
            });
            self.inside.len() - 1
        });
        &mut self.inside[at]
    }
}

fn annotate(folder: &mut Folder, note: &str) {
    match folder.notes.as_mut() {
        Some(old) => old.push_str(note),
        None => println!("{} has no notes", folder.name),
    }
}

fn shorten(root: &mut Folder, most: usize) -> usize {
    for folder in root.inside.iter_mut().skip(1) {
        folder.name.truncate(most);
    }
    root.inside.len()
}

fn main() {
    let mut root = Folder::default();
    root.child("usr").notes = Some("shared".into());
    let share = &mut root.inside[0];
    share.child("lib");
    annotate(&mut root.inside[0], ", old");
    root.child("variable");
    println!("{} {:?}", shorten(&mut root, 3), root);
}
