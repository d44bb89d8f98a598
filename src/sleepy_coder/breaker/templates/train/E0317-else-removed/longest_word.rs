//~ family: E0317-else-removed
fn longest<'a>(text: &'a str) -> &'a str {
    let mut best = "";
    for word in text.split(' ') {
        best = if word.len() > best.len() { word } else { best };
    }
    best
}

fn second(text: &str) -> Option<&str> {
    let words: Vec<&str> = text.split(' ').collect();
    if words.len() > 1 { Some(words[1]) } else { None }
}

fn main() {
    println!("{}", longest("an owl hunts quietly tonight"));
    println!("{:?} {:?}", second("left right"), second("alone"));
}
