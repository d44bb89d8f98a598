//~ family: E0369-derive-removed
use std::collections::BTreeMap;
use std::rc::Rc;

#[derive(Debug, Clone, PartialEq, Eq)]
struct Meta {
    size: u64,
    owner: Option<Rc<str>>,
}

#[derive(Debug, PartialEq)]
enum Change<'p> {
    Added(&'p str),
    Removed(&'p str),
    Edited { path: &'p str, grew: bool },
}

#[derive(PartialEq, Eq, Clone, Copy)]
struct Mask<const BITS: u32>(u32);

type Snapshot = BTreeMap<String, Meta>;

fn compare<'p>(before: &'p Snapshot, after: &'p Snapshot) -> Vec<Change<'p>> {
    let mut changes = Vec::new();
    for (path, meta) in after {
        match before.get(path) {
            None => changes.push(Change::Added(path)),
            Some(old) if old != meta => changes.push(Change::Edited {
                path,
                grew: old.size < meta.size,
            }),
            Some(_) => {}
        }
    }
    changes.extend(
        before
            .keys()
            .filter(|path| !after.contains_key(*path))
            .map(|path| Change::Removed(path)),
    );
    changes
}

fn masked<const BITS: u32>(changes: &[Change<'_>], skip: Mask<BITS>, none: Mask<BITS>) -> usize {
    let skipped = if skip == none { 0 } else { BITS as usize };
    changes.len().saturating_sub(skipped)
}

fn main() {
    let meta = |size| Meta {
        size,
        owner: Some(Rc::from("root")),
    };
    let before = Snapshot::from([("a".to_string(), meta(4)), ("b".to_string(), meta(9))]);
    let after = Snapshot::from([("b".to_string(), meta(2)), ("c".to_string(), meta(1))]);
    let changes = compare(&before, &after);
    assert_ne!(changes, []);
    println!("{changes:?} {}", masked(&changes, Mask::<3>(1), Mask(0)));
}
