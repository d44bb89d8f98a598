//~ family: E0204-copy-derived
//~ vary u32: u32 | u64 | i64
use std::borrow::Cow;
use std::ops::Range;

#[derive(Debug, Clone)]
struct History<T> {
    past: Vec<T>,
    limit: usize,
}

#[derive(PartialEq, Clone, Debug)]
enum Edit<'e> {
    Insert(usize, Cow<'e, str>),
    Delete { span: Range<usize> },
    Nothing,
}

/// A text with its number, which grows with every edit.
#[derive(Default, Clone)]
pub struct Revision(u32, Option<String>);

impl<T: Clone> History<T> {
    fn remember(&self, item: &T) -> Self {
        let mut next = self.clone();
        next.past.push(item.clone());
        if next.past.len() > next.limit {
            next.past.remove(0);
        }
        next
    }
}

fn apply(revision: &Revision, edit: &Edit<'_>) -> Revision {
    let mut text = revision.1.clone().unwrap_or_default();
    match edit {
        Edit::Insert(at, piece) => text.insert_str((*at).min(text.len()), piece),
        Edit::Delete { span } => text.truncate(span.start.min(text.len())),
        Edit::Nothing => return revision.clone(),
    }
    Revision(revision.0 + 1, Some(text))
}

fn main() {
    let edits = [Edit::Insert(0, "draft".into()), Edit::Nothing, Edit::Delete { span: 3..5 }];
    let mut history = History { past: vec![], limit: 2 };
    let mut revision = Revision::default();
    for edit in &edits {
        history = history.remember(edit);
        revision = apply(&revision, edit);
    }
    println!("{} {:?} {:?}", revision.0, revision.1, history);
}
