//~ family: E0106-lifetime-removed
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;

struct Scope<'s> {
    parent: Option<&'s Scope<'s>>,
    names: RefCell<BTreeMap<String, Cow<'s, str>>>,
    guard: &'s dyn Fn(&str) -> bool,
}

enum Found<'s> {
    Here(Cow<'s, str>),
    Above(usize, Cow<'s, str>),
    Nowhere,
}

fn lookup<'s>(scope: &Scope<'s>, name: &str) -> Found<'s> {
    if let Some(value) = scope.names.borrow().get(name) {
        return Found::Here(value.clone());
    }
    match scope.parent.map(|parent| lookup(parent, name)) {
        Some(Found::Here(value)) => Found::Above(1, value),
        Some(Found::Above(steps, value)) => Found::Above(steps + 1, value),
        Some(Found::Nowhere) | None => Found::Nowhere,
    }
}

fn first_of<'v>(values: &mut Vec<Found<'v>>, fallback: &Cow<'v, str>) -> Cow<'v, str> {
    values.retain(|value| !matches!(value, Found::Nowhere));
    match values.pop() {
        Some(Found::Here(text) | Found::Above(_, text)) => text,
        _ => fallback.clone(),
    }
}

fn main() {
    let outer = Scope {
        parent: None,
        names: RefCell::default(),
        guard: &|name| name.len() < 9,
    };
    let inner = Scope {
        parent: Some(&outer),
        names: RefCell::default(),
        guard: &|_| true,
    };
    for (scope, name, value) in [(&outer, "city", "Rome"), (&inner, "year", "1960")] {
        if (scope.guard)(name) {
            scope.names.borrow_mut().insert(name.to_string(), Cow::Borrowed(value));
        }
    }
    let mut found = vec![lookup(&inner, "city"), lookup(&inner, "none")];
    println!("{}", first_of(&mut found, &Cow::Borrowed("?")));
}
