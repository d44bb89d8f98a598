//~ family: E0382-loop-moved
struct Chapter {
    title: String,
    pages: u16,
}

fn table_of_contents(chapters: Vec<Chapter>) -> (String, u16) {
    let mut text = String::new();
    let mut page = 1;
    for (number, chapter) in chapters.iter().enumerate() {
        text.push_str(&format!("{}. {} ({page})\n", number + 1, chapter.title));
        page += chapter.pages;
    }
    for chapter in &chapters {
        if chapter.pages > 30 {
            text.push_str("one is long\n");
        }
    }
    let last = chapters.last().map_or(0, |chapter| chapter.pages);
    (text, page - last)
}

fn main() {
    let chapters = vec![
        Chapter { title: "Seeds".to_string(), pages: 12 },
        Chapter { title: "Frost".to_string(), pages: 44 },
        Chapter { title: "Harvest".to_string(), pages: 9 },
    ];
    let (text, last) = table_of_contents(chapters);
    print!("{text}");
    println!("the last begins at {last}");
}
