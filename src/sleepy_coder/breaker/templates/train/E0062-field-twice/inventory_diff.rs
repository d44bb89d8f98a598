//~ family: E0062-field-twice
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
struct Change<'c, T> {
    key: &'c str,
    before: Option<T>,
    after: Option<T>,
}

#[derive(Default, Debug)]
struct Summary {
    added: usize,
    removed: usize,
    notes: Vec<String>,
}

fn diff<'c, T: Copy + PartialEq>(old: &'c BTreeMap<&'c str, T>, new: &'c BTreeMap<&'c str, T>) -> Vec<Change<'c, T>> {
    let gone = old.iter().filter(|(key, _)| !new.contains_key(*key));
    let mut changes: Vec<_> = gone
        .map(|(key, value)| Change {
            key,
            before: Some(*value),
            after: None,
        })
        .collect();
    for (key, value) in new {
        let before = old.get(key).copied();
        if before != Some(*value) {
            changes.push(Change {
                key,
                before,
                after: Some(*value),
            });
        }
    }
    changes
}

fn summary<T>(changes: &[Change<'_, T>]) -> Summary {
    changes.iter().fold(Summary::default(), |sum, change| {
        match (&change.before, &change.after) {
            (None, Some(_)) => Summary {
                added: sum.added + 1,
                ..sum
            },
            (Some(_), None) => Summary {
                removed: sum.removed + 1,
                ..sum
            },
            _ => {
                let Summary {
                    mut notes,
                    added,
                    removed,
                } = sum;
                notes.push(change.key.to_string());
                Summary { notes, added, removed }
            }
        }
    })
}

fn main() {
    let old = BTreeMap::from([("bolt", 40), ("nut", 12)]);
    let new = BTreeMap::from([("bolt", 38), ("gear", 5)]);
    let changes = diff(&old, &new);
    println!(
        "{}",
        changes.contains(&Change {
            key: "nut",
            before: Some(12),
            after: None
        })
    );
    let Summary { added, removed, notes } = summary(&changes);
    println!("+{added} -{removed} {notes:?}");
}
