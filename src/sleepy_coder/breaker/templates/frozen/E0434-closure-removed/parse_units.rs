//~ family: E0434-closure-removed
#[derive(Debug)]
enum Size {
    Known(u32),
    Odd(String),
}

fn sizes(words: &[&str], unit: &str) -> Vec<Size> {
    let parse = |word: &str| -> Option<u32> { word.strip_suffix(unit)?.parse().ok() };
    let mut sizes = Vec::new();
    for word in words {
        match parse(word) {
            Some(size) => sizes.push(Size::Known(size)),
            None => sizes.push(Size::Odd(word.to_string())),
        }
    }
    sizes
}

fn main() {
    println!("{:?}", sizes(&["12px", "3em", "px"], "px"));
}
