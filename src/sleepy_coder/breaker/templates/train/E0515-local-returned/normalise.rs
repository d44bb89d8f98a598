//~ family: E0515-local-returned
use std::borrow::Cow;

#[derive(Debug)]
struct Tag<'t>(Cow<'t, str>);

impl<'t> From<&'t str> for Tag<'t> {
    fn from(text: &'t str) -> Self {
        let tidy = text.trim();
        if tidy.chars().all(|letter| letter.is_lowercase()) {
            return Tag(Cow::Borrowed(tidy));
        }
        let lower = tidy.to_lowercase();
        Tag(Cow::Owned(lower))
    }
}

impl Tag<'_> {
    fn as_str(&self) -> &str {
        &self.0
    }
}

fn escape(text: &str) -> Cow<'_, str> {
    match text.find('"') {
        None => text.into(),
        Some(at) => {
            let mut out = String::with_capacity(text.len() + 2);
            out.push_str(&text[..at]);
            out.push('\'');
            out.push_str(&text[at + 1..]);
            Cow::Owned(out)
        }
    }
}

fn main() {
    let tags: Vec<Tag> = ["Red ", "blue"].into_iter().map(Tag::from).collect();
    let quoted: Vec<_> = tags.iter().map(|tag| format!("<{}>", tag.as_str())).collect();
    println!("{tags:?} {}", quoted.concat());
    println!("{} {}", escape("plain"), escape("a\"b"));
}
