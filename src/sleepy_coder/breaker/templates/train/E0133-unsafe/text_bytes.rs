//~ family: E0133-unsafe
//~ vary to_ascii_uppercase: to_ascii_uppercase | to_ascii_lowercase
fn louder(text: &str) -> String {
    let raw: Vec<u8> = text.bytes().map(|byte| byte.to_ascii_uppercase()).collect();
    unsafe { String::from_utf8_unchecked(raw) }
}

fn opening(text: &str) -> Option<&str> {
    let end = text.find(' ')?;
    let word = unsafe { text.get_unchecked(..end) };
    Some(word)
}

fn main() {
    for text in ["Good morning", "hello"] {
        match opening(text) {
            Some(word) => println!("{} | {}", word, louder(text)),
            None => println!("one word: {}", louder(text)),
        }
    }
}
