"""A missing arm or method gives the name that all others give in one way, and none where that way is not clear."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

TREES = "#[derive(Clone, Copy)]\nenum Tree {\n    Oak,\n    Ash { é: u8 },\n    LAST(u8),\n}\n\n"
MAIN = "\nfn main() {}\n"
TOOLS = """\
trait Tool {
    fn name(&self) -> &'static str;
    fn wear(&self, n: u32) -> u32;
}

struct Saw;
struct Axe;
struct LAST;

impl Tool for Saw {
    fn name(&self) -> &'static str {
        "saw"
    }

    fn wear(&self, n: u32) -> u32 {
        n * 2
    }
}

impl Tool for Axe {
    fn name(&self) -> &'static str {
        "axe"
    }

    fn wear(&self, n: u32) -> u32 {
        n + 1
    }
}

impl Tool for LAST {
NAME    fn wear(&self, n: u32) -> u32 {
        n
    }
}
"""
NAME = '    fn name(&self) -> &\'static str {\n        "TEXT"\n    }\n\n'


def ways(compiler: Compiler, text: str) -> list[str]:
    tree = SourceTree({"main.rs": text + MAIN})
    (error,) = compiler.check(tree).errors
    return [tree.apply(one.edits).files["main.rs"].removesuffix(MAIN) for one in implied(error, tree)]


def match(arms: str, kind: str = "&'static str") -> str:
    return TREES + f"fn f(tree: &Tree) -> {kind} {{\n    match tree {{\n{arms}    }}\n}}\n"


@pytest.mark.parametrize(
    ("last", "oak", "ash", "text"),
    [
        ("Elm", '"oak"', '"ash"', '"elm"'),
        ("WildElm", '"Oak"', '"Ash"', None),  # `WildElm`, `Wild Elm` or `Wild elm`
        ("Elm", 'String::from("OAK")', 'String::from("ASH")', 'String::from("ELM")'),
        ("Elm", '"oak"', '"old ash"', None),
        ("Elm", '"oak"', 'concat!("ash")', None),
    ],
)
def test_the_missing_arm_is_named_as_the_others_are(
    compiler: Compiler, last: str, oak: str, ash: str, text: str | None
) -> None:
    arms = f"        Tree::Oak => {oak},\n        Tree::Ash {{ .. }} => {ash},\n"
    kind = "String" if "String" in oak else "&'static str"
    mended = match(f"{arms}        Tree::LAST(_) => {text},\n", kind).replace("LAST", last)
    assert ways(compiler, match(arms, kind).replace("LAST", last)) == ([mended] if text else [])
    assert text is None or compiler.check(SourceTree({"main.rs": mended + MAIN})).green


@pytest.mark.parametrize(
    "arms",
    [
        '        Tree::Oak => "oak",\n',
        '        Tree::Oak => "oak",\n        Tree::Ash { é } if *é > 3 => "ash",\n',
        '        Tree::Oak => "oak",\n        Tree::Ash { é: 3 } => "ash",\n',
    ],
)
def test_one_name_or_a_condition_shows_no_way(compiler: Compiler, arms: str) -> None:
    assert not ways(compiler, match(arms).replace("LAST", "Elm"))


@pytest.mark.parametrize(("last", "name", "text"), [("Saw", "", None), ("Rake", NAME, "rake"), ("BandSaw", "", None)])
def test_the_missing_method_gives_its_types_name(compiler: Compiler, last: str, name: str, text: str | None) -> None:
    if last == "Saw":  # one other shows no way
        only = TOOLS.replace('        "axe"', '        "hatchet"').replace("LAST", "Rake")
        assert not ways(compiler, only.replace("NAME", ""))
        return
    mended = TOOLS.replace("LAST", last).replace("NAME", name.replace("TEXT", text or ""))
    assert ways(compiler, TOOLS.replace("LAST", last).replace("NAME", "")) == ([mended] if text else [])
