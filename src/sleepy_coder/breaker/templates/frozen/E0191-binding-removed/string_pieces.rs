//~ family: E0191-binding-removed
fn pieces<'a>(text: &'a str, mark: char) -> Box<dyn Iterator<Item = String> + 'a> {
    if text.contains(mark) {
        Box::new(text.split(mark).map(str::to_string))
    } else {
        Box::new(std::iter::repeat_n(text.to_string(), 2))
    }
}

fn shout(words: &mut dyn ExactSizeIterator<Item = &str>) -> String {
    let count = words.len();
    let joined: Vec<String> = words.map(|word| word.to_uppercase()).collect();
    format!("{count}: {}", joined.join(" "))
}

fn main() {
    println!("{:?}", pieces("a-b-c", '-').last());
    println!("{}", pieces("echo", '-').map(|piece| piece.len()).sum::<usize>());
    println!("{}", shout(&mut ["mind", "the", "step"].into_iter()));
}
