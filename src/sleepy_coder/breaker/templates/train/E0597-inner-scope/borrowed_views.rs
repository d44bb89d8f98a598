//~ family: E0597-inner-scope
use std::borrow::Cow;
use std::collections::VecDeque;

trait View {
    fn lines(&self) -> Vec<Cow<'_, str>>;
}

struct Text(String);

impl View for Text {
    fn lines(&self) -> Vec<Cow<'_, str>> {
        self.0.split('|').map(Cow::Borrowed).collect()
    }
}

fn total(view: &dyn View, depth: usize) -> usize {
    let mut current = view;
    let deeper = Text(format!("{depth}|{depth}"));
    if depth > 1 {
        current = &deeper;
    }
    current.lines().iter().map(|line| line.len()).sum()
}

fn history(lines: &[&str]) -> VecDeque<Text> {
    let mut history = VecDeque::with_capacity(lines.len());
    for (place, line) in lines.iter().enumerate() {
        let Some(first) = line.chars().next() else { continue };
        let entry = Text(format!("{place}{first}"));
        history.push_front(entry);
    }
    history
}

fn main() {
    let text = Text("one|three".to_string());
    let widest = {
        let plain: &dyn View = &text;
        plain.lines().into_iter().max_by_key(|line| line.len())
    };
    println!("{widest:?} {} {}", total(&text, 1), total(&text, 3));
    let numbers: [u8; 4] = [3, 9, 2, 7];
    let top = loop {
        match numbers.iter().max() {
            Some(top) => break top,
            None => println!("again"),
        }
    };
    println!("{top} {}", history(&["x", "", "yz"]).len());
}
