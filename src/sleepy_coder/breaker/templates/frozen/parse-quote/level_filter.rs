//~ family: parse-quote
//~ vary u8: u8 | u16
#[derive(Debug)]
struct Entry {
    level: u8,
    text: &'static str,
}

fn main() {
    let log = [Entry { level: 2, text: "started" }, Entry { level: 5, text: "disk nearly full" }];
    let loud: Vec<&Entry> = log.iter().filter(|entry| entry.level > 3).collect();
    for entry in loud {
        println!("[{}] {}", entry.level, entry.text);
    }
}
