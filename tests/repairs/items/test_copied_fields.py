"""A literal that copies another value copies the field that it lacks as well; one that does something else does not."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

NOTE = "pub struct Note {\n    pub text: String,\n    pub n: u32,\n    pub page: u32,\n    pub é: Vec<u8>,\n}\n\n"
HEAD = NOTE + "pub fn next(old: &Note, other: &Note) -> Note {\n    "


def ways(compiler: Compiler, literal: str) -> list[str]:
    tree = SourceTree({"lib.rs": f"{HEAD}{literal}\n}}\n"}, crate_type="lib")
    (error,) = compiler.check(tree).errors
    assert error.code == "E0063"
    return [tree.apply(one.edits).files["lib.rs"] for one in implied(error, tree)]


@pytest.mark.parametrize(
    ("literal", "rest"),
    [
        (
            "Note {\n        text: old.text.clone(),\n        n: old.n + 1,\n        page: old.page,\n    }",
            "        é: old.é.clone(),\n    }",
        ),
        ("Note { text: old.text.clone(), n: old.n, page: old.page }", ", é: old.é.clone() }"),
    ],
)
def test_it_is_copied_too(compiler: Compiler, literal: str, rest: str) -> None:
    mended = f"{HEAD}{literal.removesuffix('    }').removesuffix(' }')}{rest}\n}}\n"
    assert mended in ways(compiler, literal)
    assert compiler.check(SourceTree({"lib.rs": mended}, crate_type="lib")).green


@pytest.mark.parametrize(
    "literal",
    [
        "Note { text: old.text.clone(), n: 3, page: 4 }",
        "Note { text: old.text.clone(), n: old.n, page: other.page }",
        "Note { text: old.text.clone(), n: old.page, page: old.n }",
    ],
)
def test_what_is_no_copy_is_left(compiler: Compiler, literal: str) -> None:
    assert not ways(compiler, literal)
