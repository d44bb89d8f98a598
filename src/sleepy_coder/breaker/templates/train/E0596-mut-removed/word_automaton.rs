//~ family: E0596-mut-removed
//~ vary usize: usize | u32
use std::cell::RefCell;
use std::collections::{HashMap, hash_map::Entry};
use std::rc::Rc;

type Link = Rc<RefCell<State>>;

#[derive(Default)]
struct State {
    next: HashMap<char, Link>,
    count: usize,
}

fn step(link: &Link, letter: char) -> (Link, bool) {
    let mut state = link.borrow_mut();
    match state.next.entry(letter) {
        Entry::Occupied(mut found) => {
            let inner = found.get_mut();
            (Rc::clone(inner), false)
        }
        Entry::Vacant(empty) => (Rc::clone(empty.insert(Link::default())), true),
    }
}

fn learn(root: &Link, word: &str) -> Vec<bool> {
    let mut made = Vec::new();
    let end = word.chars().fold(Rc::clone(root), |link, letter| {
        let (link, fresh) = step(&link, letter);
        made.push(fresh);
        link
    });
    let mut end = end.borrow_mut();
    end.count += 1;
    made
}

fn merged(counts: &[(char, usize)], [mut all, rest]: [Vec<(char, usize)>; 2]) -> Vec<(char, usize)> {
    all.extend(rest.into_iter().chain(counts.iter().copied()));
    all
}

fn main() {
    let root = Link::default();
    println!("{:?} {:?}", learn(&root, "tea"), learn(&root, "ten"));
    let Some(mut pairs) = Some(merged(&[('a', 1)], [vec![('b', 2)], vec![]])) else { return };
    pairs.sort_by_key(|(letter, _)| *letter);
    println!("{pairs:?}");
}
