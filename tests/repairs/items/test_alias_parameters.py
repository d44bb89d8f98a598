"""A type alias declares the parameter that it names."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

USED = "\nfn swap(p: Pair<u8>) -> Pair<u8> {\n    (p.1, p.0)\n}\n\nfn main() {\n    swap((1, 2));\n}\n"


def ways(compiler: Compiler, text: str) -> set[str]:
    tree = SourceTree({"main.rs": text})
    errors = compiler.check(tree).errors
    assert errors
    return {tree.apply(one.edits).files["main.rs"] for error in errors for one in implied(error, tree)}


def test_it_stands_behind_its_name(compiler: Compiler) -> None:
    mended = "type Pair<T> = (T, T);\n" + USED
    assert ways(compiler, "type Pair = (T, T);\n" + USED) == {mended}
    assert compiler.check(SourceTree({"main.rs": mended})).green


@pytest.mark.parametrize("alias", ["type Pair<U> = (U, T);\n", "type Pair = (Tee, Tee);\n"])
def test_what_may_be_misspelt_is_left(compiler: Compiler, alias: str) -> None:
    assert not any("<T" in way or "Pair<Tee" in way for way in ways(compiler, alias + USED))
