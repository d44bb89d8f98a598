"""What a closure that is called repeatedly gives away is a clone."""

from collections.abc import Callable

import pytest

TEXT = """\
use std::cell::RefCell;
use std::rc::Rc;

#[derive(Debug, Clone, Default)]
struct Letter { to: String, number: u32 }

fn thrice<T>(mut f: impl KIND(u32) -> T) -> Vec<T> {
    (0..3).map(|n| f(n)).collect()
}

fn all(to: String, log: Rc<RefCell<u32>>, cell: RefCell<u32>) -> String {
    let mut é: Vec<u32> = vec![];
    é.push(0);
    let made = move |number: u32| BODY;
    let all = thrice(made);
    format!("{} {:?}", all.len(), (&log, &cell))
}

fn main() {
    println!("{}", all("a".into(), Rc::default(), RefCell::new(1)));
}
"""
BY_REFERENCE = TEXT.replace("mut f", "f").replace("KIND", "Fn")


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Letter { to, number }", "Letter { to: to.clone(), number }"),
        ("Letter { to: to, number }", "Letter { to: to.clone(), number }"),
        ("(number, to)", "(number, to.clone())"),
        (
            "{ let n = number as usize; é.into_iter().nth(n) }",
            "{ let n = number as usize; é.clone().into_iter().nth(n) }",
        ),
        ("(number, Some(log))", ""),
    ],
)
def test_each_call_gives_a_clone(mended: Callable[[str], list[str]], body: str, wanted: str) -> None:
    for text in (BY_REFERENCE, TEXT.replace("KIND", "FnMut")):
        assert (text.replace("BODY", wanted) in mended(text.replace("BODY", body))) == bool(wanted)


@pytest.mark.parametrize("body", ["{ é.push(number); é }", "drop(é)", "Some(cell)", "last_of(é)", "Some(tally)"])
def test_what_is_changed_or_dropped_or_a_cell_is_left(mended: Callable[[str], list[str]], body: str) -> None:
    text = TEXT.replace("KIND", "FnMut").replace("(&log, &cell)", "&log").replace("BODY", body)
    text += "\nfn last_of(mut é: Vec<u32>) -> Option<u32> { é.pop() }\n"
    if body == "Some(tally)":
        text = text.replace("    let made", "    let tally = Tally::default();\n    let made")
        text += "\n#[derive(Clone, Default)]\nstruct Tally { n: RefCell<u32> }\n"
    assert not any(".clone()" in one for one in mended(text))
