"""A derive that a field rules out goes, and nothing else does."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

MAIN = "\nfn main() {}\n"


def ways(compiler: Compiler, text: str) -> set[str]:
    tree = SourceTree({"main.rs": f"#![allow(dead_code)]\n\n{text}{MAIN}"})
    errors = compiler.check(tree).errors
    assert errors
    found = (tree.apply(one.edits).files["main.rs"] for error in errors for one in implied(error, tree))
    return {way.removeprefix("#![allow(dead_code)]\n\n").removesuffix(MAIN) for way in found}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("#[derive(Debug, PartialEq, Eq)]\nstruct É {\n    é: f64,\n}\n", "#[derive(Debug, PartialEq)]"),
        ("#[derive(Hash, Clone)]\n/// One.\nenum É {\n    A(f32, f32),\n}\n", "#[derive(Clone)]"),
        ("#[derive(Clone, Copy, Debug)]\nstruct É {\n    é: String,\n    n: u8,\n}\n", "#[derive(Clone, Debug)]"),
    ],
)
def test_what_a_field_cannot_have_is_not_derived(compiler: Compiler, text: str, meant: str) -> None:
    derive = text.split("\n")[0]
    mended = text.replace(derive, meant)
    assert ways(compiler, text) == {mended}
    assert compiler.check(SourceTree({"main.rs": f"#![allow(dead_code)]\n\n{mended}{MAIN}"})).green


@pytest.mark.parametrize(
    "text",
    [
        "struct Own;\n\n#[derive(Clone, Copy)]\nstruct É {\n    é: Own,\n}\n",  # which could be copied
        "#[derive(Copy)]\nstruct É {\n    é: String,\n}\n",
        "#[derive(PartialEq)]\nstruct É {\n    é: f64,\n}\n\nfn f(é: É) -> impl Ord {\n    é.é\n}\n",
    ],
)
def test_what_else_may_be_wrong_is_left_alone(compiler: Compiler, text: str) -> None:
    assert not [way for way in ways(compiler, text) if "derive" not in way or way.count(",") < text.count(",")]
