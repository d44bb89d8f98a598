"""An argument that is missing is the variable of its name; of others only tests can tell which it is."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.repairs.items.missing_arguments import wanted
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


TREE = (
    "struct É {\n    below: Vec<É>,\n}\n\nfn show(e: &É, LEVEL) -> usize {\n"
    "    e.below.iter().map(|e| CALL).sum::<usize>()\n}\n"
)
WIDE = (
    "fn area(wide: u32, high: u32) -> u32 {\n    wide * high\n}\n\nfn f(wide: u32, high: u32) -> u32 {\n    CALL\n}\n"
)
DOUBTED = {
    "a depth": TREE.replace("LEVEL", "depth: usize").replace("CALL", "show(e)"),
    "what is given already": WIDE.replace("CALL", "wide + area(high)"),
}
MEANT = {
    "what is the same all along": TREE.replace("LEVEL", "mark: &str").replace("CALL", "show(e)"),
    "an owner that is named": (
        "struct É;\n\nimpl É {\n    fn at(&self, mark: &str, n: usize) -> usize {\n        mark.len() * n\n    }\n}\n\n"
        "fn f(e: &É, mark: &str, n: usize) -> usize {\n    É::at(e, n)\n}\n"
    ),
}


@pytest.mark.parametrize("name", [*DOUBTED, *MEANT])
def test_what_a_function_may_hand_on_changed_is_not_surely_meant(compiler: Compiler, name: str) -> None:
    tree = SourceTree({"main.rs": (DOUBTED | MEANT)[name]}, crate_type="lib")
    (error,) = compiler.check(tree).errors
    assert wanted(error, tree) == ("mark" if name in MEANT else "")


def test_a_number_that_is_handed_on_may_be_one_more_or_less(compiler: Compiler) -> None:
    tree = SourceTree({"main.rs": DOUBTED["a depth"]}, crate_type="lib")
    (error,) = compiler.check(tree).errors
    ways = [one.message for one in implied(error, tree)]
    assert ways == ["give it `depth`", "give it `depth + 1`", "give it `depth - 1`"]


SHOP = """\
#[derive(Clone, Copy)]
pub struct Rate(u32);

pub struct Shop {
    rate: RATE,
    sold: Vec<u32>,
}

fn price(n: u32, rate: Rate) -> u32 {
    n * rate.0
}

impl Shop {
    pub fn all(&self) -> Vec<u32> {
        self.sold.iter().map(|n| CALL).collect()
    }
}

fn main() {}
"""


@pytest.mark.parametrize(("rate", "meant"), [("Rate", True), ("f64", False)])
def test_a_field_of_the_parameters_name_and_type_is_what_is_missing(compiler: Compiler, rate: str, meant: bool) -> None:
    text = SHOP.replace("RATE", rate)
    tree = SourceTree({"main.rs": text.replace("CALL", "price(*n)")})
    (error,) = compiler.check(tree).errors
    mended = text.replace("CALL", "price(*n, self.rate)")
    ways = [tree.apply(one.edits).files["main.rs"] for one in implied(error, tree)]
    assert (ways == [mended]) == meant
    assert not meant or compiler.check(SourceTree({"main.rs": mended})).green
