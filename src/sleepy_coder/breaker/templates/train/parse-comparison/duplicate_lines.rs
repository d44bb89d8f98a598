//~ family: parse-comparison
use std::collections::BTreeMap;

struct Line<'a> {
    number: usize,
    text: &'a str,
}

fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    text.lines().zip(1..).map(|(text, number)| Line { number, text })
}

fn is_comment(text: &str) -> bool {
    let mut symbols = text.trim_start().chars();
    symbols.next() == Some('#') && symbols.next() != Some('!')
}

fn duplicates<'a>(text: &'a str) -> BTreeMap<&'a str, Vec<usize>> {
    let mut places: BTreeMap<&'a str, Vec<usize>> = BTreeMap::new();
    for Line { number, text } in lines(text).filter(|line| !is_comment(line.text)) {
        places.entry(text).or_default().push(number);
    }
    places.retain(|text, numbers| numbers.len() != 1 && *text != "");
    places
}

fn main() {
    let text = "#!run\none\n# one\ntwo\none\n\n\ntwo";
    let found = duplicates(text);
    let even: bool = found.values().all(|numbers| numbers.len() % 2 == 0);
    while let Some((text, numbers)) = found.iter().next() {
        println!("{text}: {numbers:?}");
        break;
    }
    println!("{} {even}", found.len());
}
