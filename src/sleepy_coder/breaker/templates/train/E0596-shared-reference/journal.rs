//~ family: E0596-shared-reference
struct Entry {
    text: String,
    tags: Vec<String>,
}

fn append(entry: &mut Entry, words: &str) {
    entry.text.push(' ');
    entry.text.push_str(words);
}

fn tag_all(entries: &mut Vec<Entry>, tag: &str) {
    for entry in entries.iter_mut() {
        entry.tags.push(tag.to_string());
    }
}

fn main() {
    let mut entries = vec![
        Entry { text: String::from("rain"), tags: vec![] },
        Entry { text: String::from("fog"), tags: vec![String::from("grey")] },
    ];
    append(&mut entries[0], "until noon");
    tag_all(&mut entries, "spring");
    for entry in &entries {
        println!("{} {:?}", entry.text, entry.tags);
    }
}
