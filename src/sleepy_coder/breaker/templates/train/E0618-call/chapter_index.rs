//~ family: E0618-call
//~ vary BTreeMap: BTreeMap | HashMap
use std::collections::BTreeMap;

type Pages = BTreeMap<String, usize>;

fn build(titles: &[&str], per_chapter: usize) -> Pages {
    let mut pages = Pages::new();
    let mut page = 1;
    for title in titles {
        let key = title.to_string();
        pages.insert(key, page);
        page += per_chapter;
    }
    pages
}

fn main() {
    let titles = vec!["Storm", "Harbour", "Home"];
    let per_chapter = 14;
    let pages = build(&titles, per_chapter);
    for title in titles {
        match pages.get(title) {
            Some(page) => println!("{:.<12}{}", title, page),
            None => println!("{} is lost", title),
        }
    }
    println!("{} chapters", pages.len());
}
