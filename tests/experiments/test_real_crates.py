"""Errors are planted where a test notices; the half of the tests that the agent sees decides, the other half judges."""

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from sleepy_coder.experiments.cargo_fix import cargo_fix
from sleepy_coder.experiments.halves import HalfTested, SplitCrate
from sleepy_coder.experiments.planting import Amount, panic_place, plant
from sleepy_coder.experiments.real_crates import ARMS, measure
from sleepy_coder.paths import Paths
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.crates.cargo import open_crate
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.toolchain import find_toolchain

EXAMPLE = Path(__file__).parents[2] / "examples" / "till"
FEW = Amount(singles=4, groups=1, sites=1, families=60)


@pytest.fixture(scope="module")
def till(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SplitCrate]:
    tools, cache = (find_toolchain(), best_sandbox(required=True)), tmp_path_factory.mktemp("cache")
    with ExitStack() as open_:
        plain = open_.enter_context(open_crate(EXAMPLE, *tools, cache=cache / "plain"))
        whole = open_.enter_context(open_crate(EXAMPLE, *tools, cache=cache / "whole", tests=True))
        yield SplitCrate(plain, whole, seed=1)


def changed(tree: SourceTree, file: str, old: str, new: str) -> SourceTree:
    assert old in tree.files[file]
    return replace(tree, files={**tree.files, file: tree.files[file].replace(old, new, 1)})


def test_half_of_the_tests_are_shown_and_the_others_judge(till: SplitCrate) -> None:
    hidden = till.tests - till.oracle
    assert len(hidden) <= len(till.oracle) <= len(hidden) + 1 and len(till.tests) >= 10
    panicking = till.green
    for file, text in till.green.files.items():
        if file.startswith("src/"):
            red = text.replace("assert", "assert!(false); assert")
            panicking = replace(panicking, files={**panicking.files, file: red})
    told = till.ask(panicking)
    assert told.compiled and set(told.oracle) <= till.oracle and set(told.hidden) <= hidden
    assert till.turns_red(panicking) and not till.turns_red(till.green)
    answer = HalfTested(till, panicking, tested=True).consult(panicking)
    assert not answer.passed and not any(name in answer.evidence for name in hidden)
    assert HalfTested(till, panicking, tested=False).consult(panicking).passed


@pytest.mark.parametrize(
    ("source", "old", "before"),
    [
        ("fn f() {\n    let a = 1;\n    g(a);\n}\n", "g(a)", "g(a);"),
        ("fn f(a: u8) -> u8 {\n    a + 1\n}\n", "a: u8", "\n    a + 1"),
        ("fn f() {\n    if x {\n        g(|| 1);\n    }\n}\n", "1", "g(|| 1)"),
        ("fn f() {\n    match x {\n        1 => g(),\n        _ => {}\n    }\n}\n", "g()", "match x"),
    ],
)
def test_a_panic_goes_before_the_statement_or_to_the_start_of_the_function(source: str, old: str, before: str) -> None:
    line = source[: source.index(old)].count("\n") + 1
    place = panic_place(source, Edit("a.rs", line, line, old, ""))
    assert place is not None and source[place:].startswith(before)


def test_what_is_in_no_function_has_no_place_for_a_panic() -> None:
    assert panic_place("struct A {\n    b: u8,\n}\n", Edit("a.rs", 2, 2, "u8", "u9")) is None


@pytest.mark.slow
def test_planted_errors_are_single_reached_and_spread(till: SplitCrate, tmp_path: Path) -> None:
    items = plant({"till": till}, FEW, 7, tmp_path, lambda words: None)
    singles = [item for item in items if len(item.families) == 1]
    assert len(singles) == FEW.singles
    for item in singles:
        (error,) = till.crate.check(item.tree(till.green)).errors
        assert (error.code or "syntax",) == item.codes
    assert max(Counter(item.codes[0] for item in singles).values()) == 1
    for group in items[len(singles) :]:
        assert len(set(group.families)) == 3 and not till.crate.check(group.tree(till.green)).green
    assert plant({"till": till}, FEW, 7, tmp_path, lambda words: None) == items


def test_the_peer_mends_what_is_certain_in_a_copy_of_its_own(till: SplitCrate) -> None:
    before = {path: path.read_bytes() for path in EXAMPLE.rglob("*") if path.is_file()}
    file = next(file for file, text in till.green.files.items() if "let mut " in text)
    broken = changed(till.green, file, "let mut ", "let ")
    assert not till.whole.check(broken).green
    done = cargo_fix(till.whole, broken, find_toolchain())
    assert done.tree == till.green and done.seconds > 0
    assert {path: path.read_bytes() for path in EXAMPLE.rglob("*") if path.is_file()} == before


@pytest.mark.slow
def test_every_arm_meets_every_item_and_work_goes_on_where_it_was_cut(till: SplitCrate, tmp_path: Path) -> None:
    paths = Paths(home=tmp_path, cache=tmp_path / "cache", user_file=tmp_path / "none.toml")
    compiler = Compiler(find_toolchain(), best_sandbox(required=True))
    said: list[str] = []
    figures = measure({"till": till}, FEW, paths, compiler, said.append)
    for part, count in (("single", FEW.singles), ("groups", figures["groups"]["items"])):
        assert figures[part]["items"] == count
        for arm in ARMS[:3]:
            assert 0 <= figures[part][arm] <= 1
    assert figures["fixed_by_others_alone"] == {"suggestions": [], "cargo_fix": []}
    assert sum(row["items"] for row in figures["operators"].values()) == FEW.singles
    again = measure({"till": till}, FEW, paths, compiler, said.append)
    assert again == figures
