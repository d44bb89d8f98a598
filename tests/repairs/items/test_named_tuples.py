"""A tuple whose names are a struct's fields becomes that struct, by the names and not by their order."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

ENDS = "#[derive(Clone, Copy)]\npub struct Ends {\n    pub most: u32,\n    pub least: u32,\n    pub é: u32,\n}\n\n"
GIVEN = ENDS + "pub fn ends(n: u32) -> Option<Ends> {\n    Some(Ends { most: n + 1, least: n, é: 0 })\n}\n"


def ways(compiler: Compiler, main: str, ends: str = GIVEN) -> list[str]:
    tree = SourceTree({"main.rs": main, "ends.rs": ends})
    errors = compiler.check(tree).errors
    return [tree.apply(one.edits).files["main.rs"] for one in implied(errors[0], tree)]


def main(use: str, body: str) -> str:
    return f"mod ends;\n\n{use}\n\nfn f() -> u32 {{\n    {body}\n}}\n\nfn main() {{\n    f();\n}}\n"


@pytest.mark.parametrize(
    ("use", "call", "path"),
    [
        ("use ends::{ends, Ends};", "ends(3)", "Ends"),
        ("use ends::ends as e;", "e(3)", "ends::Ends"),
    ],
)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("(least, mut most, é)", "{ least, mut most, é }"),
        ("(least, most, _)", "{ least, most, .. }"),
    ],
)
def test_it_is_taken_apart_by_its_names(compiler: Compiler, use: str, call: str, path: str, old: str, new: str) -> None:
    body = f"let Some(PATTERN) = {call} else {{ return 0 }};\n    least + most"
    broken, mended = (main(use, body.replace("PATTERN", one)) for one in (old, f"{path} {new}"))
    assert ways(compiler, broken) == [mended]
    assert compiler.check(SourceTree({"main.rs": mended, "ends.rs": GIVEN})).green


def test_it_is_made_of_its_names(compiler: Compiler) -> None:
    body = "let (least, most, é) = (1, 2, 3);\n    let all: Ends = VALUE;\n    all.most"
    broken, mended = (
        main("use ends::Ends;", body.replace("VALUE", one)) for one in ("(least, most, é)", "Ends { least, most, é }")
    )
    assert ways(compiler, broken) == [mended]
    assert not ways(compiler, broken.replace("= (least, most, é)", "= (least, most)")), "one is missing"


@pytest.mark.parametrize("pattern", ["(low, high, é)", "(least, most)", "(least, 3, é)", "(least, _, (most, é))"])
def test_other_names_or_fewer_are_not_the_fields(compiler: Compiler, pattern: str) -> None:
    body = f"if let Some({pattern}) = ends(3) {{\n        return 1;\n    }}\n    0"
    assert not ways(compiler, main("use ends::{ends, Ends};", body))
