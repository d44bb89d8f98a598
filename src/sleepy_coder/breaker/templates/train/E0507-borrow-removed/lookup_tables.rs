//~ family: E0507-borrow-removed
use std::borrow::Cow;
use std::sync::{Arc, RwLock};

struct Lexicon<'w> {
    groups: [Vec<Cow<'w, str>>; 2],
    current: Arc<RwLock<Vec<String>>>,
    label: Box<String>,
}

struct Cursor<'l, 'w> {
    lexicon: &'l Lexicon<'w>,
    at: usize,
    skipped: Option<Vec<usize>>,
}

impl<'w> Lexicon<'w> {
    fn group(&self, long: bool) -> &Vec<Cow<'w, str>> {
        if long {
            return &self.groups[1];
        }
        let [short, _] = &self.groups;
        short
    }

    fn history(&self) -> Vec<String> {
        let Ok(words) = self.current.read() else {
            return vec![self.label.to_string()];
        };
        let copied: Vec<String> = words.clone();
        copied
    }
}

impl<'l, 'w> Cursor<'l, 'w> {
    fn skipped(&self) -> usize {
        let Some(list) = self.skipped.as_ref().or(None) else {
            return 0;
        };
        list.len()
    }

    fn word(&self) -> String {
        let words = &self.lexicon.groups[self.at % 2];
        let found = &words[self.at];
        found.to_uppercase()
    }

    fn skip(&mut self) -> &mut Self {
        self.skipped.get_or_insert_with(Vec::new).push(self.at);
        self.at += 1;
        self
    }
}

fn longest(rows: &[Vec<String>], row: usize) -> Option<&String> {
    let row = &rows[row];
    row.iter().max_by_key(|word| word.len())
}

fn main() {
    let groups = [vec![Cow::Borrowed("owl"), Cow::Owned("elk".to_string())], vec![Cow::from("marmot"); 4]];
    let current = Arc::new(RwLock::new(vec!["newt".to_string()]));
    let lexicon = Lexicon { groups, current, label: Box::new("animals".to_string()) };
    let mut cursor = Cursor { lexicon: &lexicon, at: 0, skipped: None };
    println!("{} {} {}", cursor.word(), cursor.skip().word(), cursor.skipped());
    println!("{} {:?}", lexicon.group(true).len(), longest(&[lexicon.history()], 0));
}
