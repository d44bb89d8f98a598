"""A field leaves what is dropped where its `drop` can do without it; where it cannot, nothing is taken or cloned."""

from collections.abc import Callable

import pytest

GUARD = """\
#![allow(dead_code)]

struct Guard {
    name: KIND,
    open: bool,
}

impl Guard {
    fn into_name(HEAD) -> KIND {
        BODY
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        DROP
    }
}

fn main() {}
"""


def guard(kind: str, head: str, body: str, drop: str) -> str:
    return GUARD.replace("KIND", kind).replace("HEAD", head).replace("BODY", body).replace("DROP", drop)


@pytest.mark.parametrize(
    ("kind", "drop", "taken"),
    [
        ("String", "self.open = false;", "std::mem::take(&mut self.name)"),
        ("String", 'if !self.name.is_empty() { println!("{}", self.name); }', "std::mem::take(&mut self.name)"),
        ("String", "if self.name.is_empty() { return; } self.name.clear();", "std::mem::take(&mut self.name)"),
        ("Option<String>", 'if let Some(name) = &self.name { println!("{name}"); }', "self.name.take()"),
        ("Option<String>", "match self.name.take() { Some(_) => self.open = false, None => {} }", "self.name.take()"),
    ],
)
def test_the_field_is_taken_out(mended: Callable[[str], list[str]], kind: str, drop: str, taken: str) -> None:
    assert guard(kind, "mut self", taken, drop) in mended(guard(kind, "self", "self.name", drop))


@pytest.mark.parametrize(
    ("kind", "drop"),
    [
        ("String", "let _ = std::fs::remove_file(&self.name);"),
        ("String", 'let _ = std::fs::remove_file(format!("{}.lock", self.name));'),
        ("String", 'println!("{}", self.name); self.name.clear();'),
        ("String", 'if self.name.is_empty() { println!("no name"); }'),
        ("Option<String>", "drop(self.name.as_ref().unwrap());"),
        ("String", 'if !self.name.is_empty() { self.name.clear(); } else { println!("no name"); }'),
        ("String", 'if !self.name.is_empty() { self.name.clear(); return; } println!("no name");'),
        ("Option<String>", 'match self.name.take() { Some(_) => self.open = false, None => println!("no name") }'),
        ("Option<String>", 'let Some(_) = self.name.take() else { println!("no name"); return; };'),
    ],
)
def test_what_drop_needs_is_neither_taken_nor_cloned(mended: Callable[[str], list[str]], kind: str, drop: str) -> None:
    assert not mended(guard(kind, "self", "self.name", drop))


@pytest.mark.parametrize("drop", ['println!("{}", self.name);', 'vec![].push(format!("closed {}", self.name));'])
def test_what_drop_only_shows_is_cloned(mended: Callable[[str], list[str]], drop: str) -> None:
    assert guard("String", "self", "self.name.clone()", drop) in mended(guard("String", "self", "self.name", drop))
