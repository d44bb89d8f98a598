"""A method that a trait knows by another name gets that name, if there is no doubt which one it is."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.repairs.items.renamed_members import guesses_member
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

TRAIT = """\
trait Shelf {
    fn put(&mut self, word: &str) -> bool;
    fn size(&self) -> usize;
    fn same(&self, other: Self) -> bool;
    fn hint(&self) -> usize {
        0
    }
}

struct É(Vec<String>);

"""
BODY = """\
impl Shelf for É {
    fn put(&mut self, w: &str) -> bool {
        self.0.push(w.to_string());
        true
    }
    fn size(&self) -> usize {
        self.0.len()
    }
    fn same(&self, other: É) -> bool {
        self.0 == other.0
    }
}
"""
MAIN = "\nfn main() {}\n"
SHOWN = """\
use std::fmt;

struct É;

impl fmt::Display for É {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "é")
    }
}
"""


def ways(compiler: Compiler, text: str) -> list[str]:
    tree = SourceTree({"main.rs": text + MAIN})
    errors = [error for error in compiler.check(tree).errors if error.code == "E0407"]
    assert errors
    return [tree.apply(one.edits).files["main.rs"] for error in errors for one in implied(error, tree)]


@pytest.mark.parametrize(
    ("text", "name", "wrong"),
    [
        (TRAIT + BODY, "fn size", "fn len"),
        (TRAIT + BODY, "fn same(&self, other: É", "fn equals(&self, other: É"),
        (SHOWN, "fn fmt", "fn show"),
    ],
)
def test_the_method_gets_the_name_that_the_trait_gives_it(compiler: Compiler, text: str, name: str, wrong: str) -> None:
    right, broken = text[len(TRAIT) :] if text.startswith(TRAIT) else text, wrong
    broken_text = text.removesuffix(right) + right.replace(name, broken)
    assert ways(compiler, broken_text) == [text + MAIN]
    assert compiler.check(SourceTree({"main.rs": text + MAIN})).green


def test_of_two_methods_of_one_shape_none_is_renamed(compiler: Compiler) -> None:
    two = TRAIT.replace("    fn same", "    fn room(&self) -> usize;\n    fn same")
    assert not ways(compiler, two + BODY.replace("fn size", "fn len")), "which of the two is it?"
    more = BODY.replace("fn size", "fn len").replace(
        "    fn same", "    fn all(&self) -> usize {\n        9\n    }\n    fn same"
    )
    assert not ways(compiler, TRAIT + more)


def test_a_method_that_does_the_opposite_keeps_its_name(compiler: Compiler) -> None:
    trait = "trait Code {\n    fn decode(&self, n: u8) -> u8;\n}\n\nstruct É;\n\n"
    assert not ways(
        compiler, trait + "impl Code for É {\n    fn encode(&self, n: u8) -> u8 {\n        n + 1\n    }\n}\n"
    )


def test_a_method_beside_all_that_the_trait_wants_keeps_its_name(compiler: Compiler) -> None:
    more = BODY.replace("    fn same", "    fn len(&self) -> usize {\n        9\n    }\n    fn same")
    assert not ways(compiler, TRAIT + more)


@pytest.mark.parametrize(
    ("wanted", "written", "guessed"),
    [
        ("depth(&self, at: u8)", "width(&self, at: u8)", True),
        ("spares(&self, at: u8)", "hits(&self, at: u8)", True),
        ("fetch(&self, at: u8)", "get(&self, _at: u8)", False),
        ("fetch(&self, at: u8)", "get(&self, key: u8)", True),
        ("depth(&self, at: u8)", "dept(&self, key: u8)", False),
    ],
)
def test_equal_parameters_alone_are_a_guess(compiler: Compiler, wanted: str, written: str, guessed: bool) -> None:
    text = f"trait Pit {{\n    fn {wanted} -> u8;\n}}\n\nstruct É;\n\n"
    text += f"impl Pit for É {{\n    fn {written} -> u8 {{\n        1\n    }}\n}}\n{MAIN}"
    tree = SourceTree({"main.rs": text})
    error = next(error for error in compiler.check(tree).errors if error.code == "E0407")
    assert {guesses_member(error, one.edits, tree) for one in implied(error, tree)} == {guessed}
