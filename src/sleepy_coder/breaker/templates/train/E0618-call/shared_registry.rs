//~ family: E0618-call
use std::cell::RefCell;
use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

type Registry = Rc<RefCell<BTreeMap<String, Vec<u8>>>>;

fn register(registry: &Registry, owner: &str, codes: HashSet<u8>) -> Result<usize, String> {
    let known = registry.borrow().contains_key(owner);
    if known || codes.is_empty() {
        let reason = if known { "twice" } else { "empty" };
        return Err([owner, reason].join(" "));
    }
    let mut sorted: Vec<u8> = codes.into_iter().collect();
    sorted.sort_unstable_by_key(|code| std::cmp::Reverse(*code));
    let amount = sorted.len();
    registry.borrow_mut().insert(owner.to_string(), sorted);
    Ok(amount)
}

fn newest<'r>(entries: &'r [(String, Vec<u8>)], least: usize) -> impl Iterator<Item = (&'r str, u8)> + 'r {
    entries.iter().filter_map(move |(owner, codes)| {
        let first = codes.first()?;
        (codes.len() >= least).then_some((owner.as_str(), *first))
    })
}

fn main() {
    let registry: Registry = Registry::default();
    let codes = HashSet::from([4, 9]);
    let outcome = register(&registry, "ivy", codes).and_then(|_| register(&registry, "ivy", HashSet::new()));
    let entries: Vec<_> = registry.take().into_iter().collect();
    for (owner, code) in newest(&entries, 1) {
        let line = format!("{owner} {code}");
        let shown = line.trim_end();
        assert_eq!(shown, line);
        println!("{line}");
    }
    println!("{outcome:?}");
}
