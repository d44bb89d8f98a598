//~ family: E0382-match-moved
struct Profile {
    nick: Option<String>,
    motto: Option<String>,
    age: u8,
}

fn introduce(profile: Profile) -> (String, Profile) {
    let mut text = String::new();
    if let Some(nick) = &profile.nick {
        text.push_str(nick);
    }
    match &profile.motto {
        Some(motto) if profile.age > 17 => text.push_str(&format!(": {motto}")),
        Some(_) => text.push_str(": (hidden)"),
        None => text.push('.'),
    }
    (text, profile)
}

fn main() {
    let young = Profile { nick: Some("kite".to_string()), motto: Some("higher".to_string()), age: 12 };
    let (text, young) = introduce(young);
    println!("{text} {}", young.nick.is_some());
    let old = Profile { nick: None, motto: Some("slowly".to_string()), age: 80 };
    let (text, old) = introduce(old);
    println!("{text} {:?} {}", old.motto, old.age);
}
