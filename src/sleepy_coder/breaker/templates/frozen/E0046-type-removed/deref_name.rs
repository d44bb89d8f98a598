//~ family: E0046-type-removed
use std::ops::{Deref, Index};

struct Tag {
    text: String,
}

impl Deref for Tag {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

struct Week {
    rain: [u16; 7],
}

impl Index<char> for Week {
    type Output = u16;

    fn index(&self, day: char) -> &u16 {
        let place = "mtwrfsu".find(day).unwrap_or(0);
        &self.rain[place]
    }
}

fn main() {
    let tag = Tag { text: "wet-season".to_string() };
    let week = Week { rain: [0, 3, 12, 0, 7, 1, 0] };
    println!("{} {}", tag.len(), tag.to_uppercase());
    println!("{} mm", week['w'] + week['f']);
}
