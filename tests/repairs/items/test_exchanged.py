"""Arguments that fit each other's parameters change places; where a third could be meant they stay."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

NOTES = """\
#[derive(Clone, Copy)]
enum Level {
    Low,
    High,
}

fn note(level: Level, text: &str, MORE) -> usize {
    text.len() + level as usize
}

fn é(low: Level, name: String, n: u8) -> usize {
    CALL
}

fn main() {
    let _ = (é(Level::Low, String::new(), 1), Level::High);
}
"""


def notes(call: str, more: str = "n: u8") -> str:
    return NOTES.replace("MORE", more).replace("CALL", call)


def ways(compiler: Compiler, text: str) -> set[str]:
    tree = SourceTree({"main.rs": text})
    errors = compiler.check(tree).errors
    assert errors
    return {tree.apply(one.edits).files["main.rs"] for error in errors for one in implied(error, tree)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('note("a".to_string(), Level::High, n)', 'note(Level::High, "a", n)'),
        ("note(name, low, n)", "note(low, &name, n)"),
        ('note(format!("{n}"), Level::Low, n)', 'note(Level::Low, &format!("{n}"), n)'),
    ],
)
def test_they_change_places(compiler: Compiler, old: str, new: str) -> None:
    assert ways(compiler, notes(old)) == {notes(new)}
    assert compiler.check(SourceTree({"main.rs": notes(new)})).green


@pytest.mark.parametrize(
    ("call", "more"),
    [
        ('note("a".to_string(), Level::High, "b")', "rest: &str"),  # which of the texts is it?
        ("note(name, n, low)", "n: u8"),  # all three
        ("note(low, name, n)", "n: u8"),
    ],
)
def test_others_stay(compiler: Compiler, call: str, more: str) -> None:
    assert not ways(compiler, notes(call, more))
