"""An argument that is missing is the variable of its name; of others only tests can tell which it is."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

SHOW = "fn show(é: &str, depth: usize, all: &[u8]) -> usize {\n    é.len() + depth + all.len()\n}\n\n"
CALLS = {
    "in the middle": ("show(text, all)", "show(text, depth, all)"),
    "at the end, by reference": ("show(text, depth)", "show(text, depth, &all)"),
}


@pytest.mark.parametrize("name", CALLS)
def test_an_argument_that_was_added_is_the_variable_of_its_name(compiler: Compiler, name: str) -> None:
    old, new = CALLS[name]
    given = "all: &[u8]" if "all)" in old else "all: Vec<u8>"
    start = SHOW + f"fn run(text: &str, {given}) -> usize {{\n    let depth = 1;\n    "
    end = ' + depth + all.len()\n}\n\nfn main() {\n    run("é", Default::default());\n}\n'
    broken, mended = (SourceTree({"main.rs": start + call + end}) for call in (old, new))
    (error,) = compiler.check(broken).errors
    ways = [broken.apply(one.edits).files["main.rs"] for one in implied(error, broken)]
    assert mended.files["main.rs"] in ways and compiler.check(mended).green


@pytest.mark.parametrize(
    ("call", "given"),
    [
        ('show("a", &[1])', ["level", "start"]),
        ('show("a", start, &[level as u8])', []),  # it lacks nothing
        ('"a".replace(level)', []),  # who knows what the library's functions are given
    ],
)
def test_where_no_variable_has_the_name_each_may_be_meant(compiler: Compiler, call: str, given: list[str]) -> None:
    start = SHOW + "fn run(start: usize) {\n    let level = 1;\n    {\n        let hidden = 3;\n    }\n"
    text = f"{start}    {call};\n}}\n\nfn main() {{}}\n"
    tree = SourceTree({"main.rs": text})
    ways = [one for error in compiler.check(tree).errors for one in implied(error, tree)]
    assert [one.message for one in ways] == [f"give it `{name}`" for name in given]
