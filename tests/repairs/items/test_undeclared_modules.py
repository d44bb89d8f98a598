"""A module whose file is there is declared by its parent, as its other modules are."""

from collections.abc import Mapping

import pytest

from sleepy_coder.repairs.joint import joint
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.near import allowed_lines

HALL = "pub fn é() -> u32 {\n    1\n}\n"
ROOT = "//! Halls.\n#![allow(dead_code)]\n\npub mod door;\npub mod yard;\n"
NESTED = {
    "src/lib.rs": ROOT,
    "src/yard.rs": "",
    "src/door.rs": "use crate::yard::hall;\n\npub fn f() -> u32 {\n    hall::é()\n}\n",
}


def ways(compiler: Compiler, files: Mapping[str, str]) -> list[dict[str, str]]:
    tree = SourceTree(files, crate_type="lib")
    errors = compiler.check(tree).errors
    assert errors
    return [dict(tree.apply(one.edits).files) for one in joint(errors[0], tree)]


@pytest.mark.parametrize(
    ("door", "root", "mended"),
    [
        (
            "use crate::hall;\n\npub fn f() -> u32 {\n    hall::é()\n}\n",
            ROOT,
            "pub mod door;\npub mod hall;\npub mod yard;\n",
        ),
        ("pub fn f() -> u32 {\n    crate::hall::é()\n}\n", ROOT, "pub mod door;\npub mod hall;\npub mod yard;\n"),
        (
            "use super::hall::é;\n\npub fn f() -> u32 {\n    é()\n}\n",
            ROOT.replace("pub ", ""),
            "mod door;\nmod hall;\nmod yard;\n",
        ),
    ],
)
def test_it_is_declared_among_its_like(compiler: Compiler, door: str, root: str, mended: str) -> None:
    files = {"src/lib.rs": root, "src/door.rs": door, "src/yard.rs": "", "src/hall.rs": HALL}
    (after,) = ways(compiler, files)
    assert after == {**files, "src/lib.rs": root[: root.index("\n\n") + 2] + mended}
    tree = SourceTree(after, crate_type="lib")
    assert compiler.check(tree).green
    (error,) = compiler.check(SourceTree(files, crate_type="lib")).errors
    assert 5 in allowed_lines(SourceTree(files, crate_type="lib"), "src/lib.rs", error)


def test_one_in_a_folder_is_declared_by_the_module_of_the_folder(compiler: Compiler) -> None:
    (after,) = ways(compiler, {**NESTED, "src/yard/hall.rs": HALL})
    assert after["src/yard.rs"].strip() == "pub mod hall;"
    assert compiler.check(SourceTree(after, crate_type="lib")).green


def test_what_has_no_file_or_two_or_lies_elsewhere_is_not_declared(compiler: Compiler) -> None:
    assert not ways(compiler, NESTED)
    assert not ways(compiler, {**NESTED, "src/hall.rs": HALL})
    assert not ways(compiler, {**NESTED, "src/hall.rs": HALL, "src/yard/hall.rs": HALL})
