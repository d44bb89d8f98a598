//~ family: E0308-to-string-removed
//~ vary u32: u32 | u64 | i32
//~ vary Agnes: Agnes | Ruben | Tilda
#[derive(Debug, Clone, PartialEq)]
struct Contact {
    label: String,
    city: String,
    extension: u32,
}

fn contact(label: &str, city: &str, extension: u32) -> Contact {
    Contact { label: label.to_string(), city: city.to_string(), extension }
}

fn living_in<'a>(book: &'a [Contact], city: &str) -> Vec<&'a Contact> {
    book.iter().filter(|entry| entry.city == city).collect()
}

fn main() {
    let mut book = vec![
        contact("Agnes", "Graz", 12),
        contact("Milo", "Turin", 31),
        contact("Pavel", "Graz", 27),
    ];
    book.push(Contact { label: "Desk".to_string(), city: String::from("Turin"), extension: 90 });
    book.sort_by(|a, b| b.extension.cmp(&a.extension));
    for entry in living_in(&book, "Graz") {
        println!("{} on {}", entry.label, entry.extension);
    }
    println!("duplicates: {}", book.windows(2).any(|pair| pair[0] == pair[1]));
}
