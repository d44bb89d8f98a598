//~ family: E0026-field-typo
use std::rc::Rc;

enum Edit {
    Insert { at: usize, text: Rc<str> },
    Delete { from: usize, removed: String },
    Batch { edits: Vec<Edit> },
}

type Outcome = Result<String, EditError>;

#[derive(Debug)]
enum EditError {
    OutOfRange { at: usize, length: usize },
    Nothing,
}

impl Edit {
    fn inverse(self) -> Edit {
        match self {
            Edit::Insert { at: from, text } => Edit::Delete { from, removed: text.to_string() },
            Edit::Delete { from, removed } => Edit::Insert { at: from, text: Rc::from(removed) },
            Edit::Batch { edits: inner } => {
                let edits = inner.into_iter().rev().map(Edit::inverse).collect();
                Edit::Batch { edits }
            }
        }
    }
}

fn apply(mut document: String, edit: &Edit) -> Outcome {
    let length = document.len();
    match edit {
        &Edit::Insert { at, .. } if at > length => return Err(EditError::OutOfRange { at, length }),
        Edit::Insert { at, text } => document.insert_str(*at, text),
        Edit::Delete { removed, .. } if removed.is_empty() => return Err(EditError::Nothing),
        Edit::Delete { from: start, removed: gone } => {
            document.replace_range(start..&(start + gone.len()), "");
        }
        Edit::Batch { edits } => return edits.iter().try_fold(document, apply),
    }
    Ok(document)
}

fn main() {
    let both = vec![Edit::Insert { at: 0, text: "ab".into() }, Edit::Insert { at: 1, text: "-".into() }];
    let edit = Edit::Batch { edits: both };
    let made = apply(String::from("c"), &edit).unwrap_or_default();
    println!("{made} {:?}", apply(made.clone(), &edit.inverse()));
    if let Err(EditError::OutOfRange { at: place, length: size }) =
        apply(made, &Edit::Insert { at: 99, text: "z".into() })
    {
        println!("{place} of {size}");
    }
}
