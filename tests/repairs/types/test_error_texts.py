"""A text becomes the variant of errors that shows it; to no other variant is it given."""

import pytest

from sleepy_coder.agent.suggestions import ranked
from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.suggestion import suggestions

ERRORS = """\
use std::fmt;

#[derive(Debug)]
pub enum Wrong {
    Step(String),
    Empty,
    Long { most: usize, é: String },
    Other(String),
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Wrong::Step(name) => write!(f, "no such step: {}", name),
            Wrong::Empty => f.write_str("nothing to do"),
            Wrong::Long { most, é: name } => write!(f, "{name} has more than {} steps", most),
            Wrong::Other(SHOWN),
        }
    }
}

"""
PLAIN = ERRORS.replace("SHOWN", 't) => write!(f, "{t}"')


def function(body: str) -> str:
    return f"pub fn run(all: &[u8], name: &str, most: usize) -> Result<u8, Wrong> {{\n    {body}\n}}\n"


def ways(compiler: Compiler, text: str) -> list[str]:
    tree = SourceTree({"main.rs": text}, crate_type="lib")
    (error,) = compiler.check(tree).errors
    return [tree.apply(one.edits).files["main.rs"] for one in implied(error, tree)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('all.first().copied().ok_or("nothing to do".to_string())', "all.first().copied().ok_or(Wrong::Empty)"),
        (
            'let one = all.first().ok_or_else(|| "nothing to do".to_string())?;\n    Ok(*one)',
            "let one = all.first().ok_or_else(|| Wrong::Empty)?;\n    Ok(*one)",
        ),
        ('Err(format!("no such step: {name}"))', "Err(Wrong::Step(name.to_string()))"),
        (
            'Err(format!("{} has more than {most} steps", name))',
            "Err(Wrong::Long { most, é: name.to_string() })",
        ),
        ('Err(format!("no such step: {}", most + 1))', "Err(Wrong::Step((most + 1).to_string()))"),
        ('Err(format!("no such step: {}", &name[1..]))', "Err(Wrong::Step(name[1..].to_string()))"),
        (
            'name.parse().map_err(|_| format!("no such step: {}", name))',
            "name.parse().map_err(|_| Wrong::Step(name.to_string()))",
        ),
    ],
)
def test_the_variant_is_the_one_that_shows_the_text(compiler: Compiler, old: str, new: str) -> None:
    mended = PLAIN + function(new)
    assert ways(compiler, PLAIN + function(old)) == [mended]
    assert compiler.check(SourceTree({"main.rs": mended}, crate_type="lib")).green


@pytest.mark.parametrize(
    "body",
    ['Err("no step".to_string())', 'Err(format!("no such step: {name:?}"))', 'Err("no such step: é".to_string())'],
)
def test_another_text_is_no_variants(compiler: Compiler, body: str) -> None:
    assert not ways(compiler, PLAIN + function(body))


@pytest.mark.parametrize(("shown", "tried"), [('t) => write!(f, "{t}"', ["Other"]), ('t) => write!(f, "odd: {t}"', [])])
def test_a_message_goes_to_no_variant_with_words_of_its_own(compiler: Compiler, shown: str, tried: list[str]) -> None:
    text = ERRORS.replace("SHOWN", shown) + function('Err("quite another thing".to_string())')
    tree = SourceTree({"main.rs": text}, crate_type="lib")
    (error,) = compiler.check(tree).errors
    named = {name for one in suggestions(error, tree) for name in ("Step", "Other") for e in one.edits if name in e.new}
    assert named == {"Step", "Other"}
    kept = [name for _, _, edits in ranked(error, tree) for name in ("Step", "Other") for e in edits if name in e.new]
    assert kept == tried
