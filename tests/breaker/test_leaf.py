from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from sleepy_coder.breaker.families import family_named
from sleepy_coder.breaker.leaf import Leaf
from sleepy_coder.errors import UsageError
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.crates.cargo import Crate, open_crate
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.toolchain import find_toolchain

TILL = Path(__file__).parents[2] / "examples" / "till"
FAMILIES_HERE = (
    "E0425-typo",
    "E0382-clone-removed",
    "E0308-reference-removed",
    "E0384-mut-removed",
    "E0616-pub-removed",
)


@pytest.fixture(scope="module")
def till() -> Iterator[Crate]:
    with open_crate(TILL, find_toolchain(), best_sandbox(required=False)) as crate:
        yield crate


def test_every_pair_of_a_crate_is_one_that_cargo_confirms_alone(till: Crate) -> None:
    leaf = Leaf([till])
    wave = next(leaf.waves(dict.fromkeys(FAMILIES_HERE, 1.0), 5))
    assert len(wave.pairs) >= 15 and len({pair.family for pair in wave.pairs}) >= 3
    for pair in Random(1).sample(wave.pairs, 5):
        assert till.check(pair.broken).errors == (pair.diagnostic,)
        assert pair.diagnostic.code in family_named(pair.family).codes and pair.green == till.tree


def test_breaks_that_a_check_does_not_compile_are_not_proposed(till: Crate) -> None:
    leaf = Leaf([till])
    assert all(site.file.startswith("src/") for site in leaf.sites("E0425-typo", Random(1)))
    assert leaf.skipped["not checked"] == sum(not file.startswith("src/") for file in till.tree.files)


def test_a_red_crate_is_refused(till: Crate) -> None:
    class Red:
        tree = SourceTree({**till.tree.files, "src/lib.rs": "fn f() -> u8 { nothing }\n"})
        check = till.check

    with pytest.raises(UsageError, match="green"):
        Leaf([Red()])


LONG = "".join(f"pub fn f{n}(x: u32) -> u32 {{\n    let y = x + {n};\n    y\n}}\n\n" for n in range(4000))


class Alone:
    """A crate of one file, checked by rustc without cargo."""

    def __init__(self, text: str, compiler: Compiler) -> None:
        self.tree = SourceTree({"src/lib.rs": text}, crate_type="lib")
        self.check = compiler.check


def test_a_file_of_twenty_thousand_lines_is_broken_like_any_other(compiler: Compiler) -> None:
    assert LONG.count("\n") == 20000
    leaf = Leaf([Alone(LONG, compiler)])
    sites = leaf.sites("E0425-typo", Random(1))
    assert len(sites) >= 8000
    assert len(leaf.judged(sites[::500])) >= 12


def test_what_macros_make_is_left_alone_and_what_stands_beside_them_is_broken(compiler: Compiler) -> None:
    made = "macro_rules! make { ($n:ident) => { pub fn $n(x: u32) -> u32 { let y = x; y } } }\nmake!(one);\n"
    leaf = Leaf([Alone(made + "pub fn two(x: u32) -> u32 {\n    let y = x;\n    one(y)\n}\n", compiler)])
    sites = [site for family in ("E0425-typo", "E0061-extra-argument") for site in leaf.sites(family, Random(1))]
    pairs = leaf.judged(sites)
    assert len(pairs) >= 3
    for pair in pairs:
        assert compiler.check(pair.broken).errors == (pair.diagnostic,)


def test_files_that_cannot_be_read_as_rust_are_skipped_and_counted(compiler: Compiler) -> None:
    tree = SourceTree({"src/lib.rs": "pub fn f(x: u32) -> u32 { x }\n", "src/unused.rs": "fn ( {\n"}, crate_type="lib")
    crate = Alone("", compiler)
    crate.tree = tree
    leaf = Leaf([crate])
    assert leaf.skipped == {"no Rust that tree-sitter can read": 1}
    assert {site.file for site in leaf.sites("E0425-typo", Random(1))} == {"src/lib.rs"}
