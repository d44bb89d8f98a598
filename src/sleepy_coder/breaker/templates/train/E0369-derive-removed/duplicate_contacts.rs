//~ family: E0369-derive-removed
//~ vary Lovelace: Lovelace | Hopper | Franklin
#[derive(Debug, Clone, PartialEq)]
struct Contact {
    surname: String,
    phone: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Source {
    Import,
    Manual,
}

fn unique(contacts: &[(Contact, Source)], wanted: Source) -> Vec<Contact> {
    let mut kept: Vec<Contact> = Vec::new();
    for (contact, source) in contacts {
        let seen = kept.iter().any(|other| *other == *contact);
        if *source != wanted || seen {
            continue;
        }
        kept.push(contact.clone());
    }
    kept
}

fn main() {
    let ada = Contact { surname: "Lovelace".to_string(), phone: Some("555-20".to_string()) };
    let bob = Contact { surname: "Babbage".to_string(), phone: None };
    let book = vec![(ada.clone(), Source::Import), (bob, Source::Manual), (ada, Source::Import)];
    for contact in unique(&book, Source::Import) {
        println!("{} {}", contact.surname, contact.phone.unwrap_or_default());
    }
}
