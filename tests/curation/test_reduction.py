import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sleepy_coder.curation.reduction import minimal, reduce_repair
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import Limits, best_sandbox
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Verdict

RED = """\
fn total(prices: &[u32]) -> u32 {
    let sum = 0;
    for price in prices {
        sum += price;
    }
    sum
}

fn label(n: u32) -> String {
    format!("{n} items")
}

fn main() {
    println!("{} {}", total(&[1, 2]), label(2));
}
"""
GREEN = RED.replace("let sum", "let mut sum").replace("items", "things").replace("fn main", "// the start\nfn main")


@pytest.fixture(scope="module")
def compiler() -> Compiler:
    return Compiler(find_toolchain(), best_sandbox(required=False), Limits(wall_seconds=120.0))


def project(text: str, compiler: Compiler) -> TaskProject:
    return TaskProject(Task(id="t", files={"main.rs": text}, oracle=Oracle("compile")), compiler)


def test_of_three_hunks_the_one_that_the_error_needs_is_left(compiler: Compiler) -> None:
    red = SourceTree({"main.rs": RED})
    green = project(GREEN, compiler)
    errors = green.check_many([red])[0].errors
    reduced = reduce_repair(green, red, errors, errors[0], green.tree)
    assert reduced is not None and reduced.verdict is Verdict.FIXED
    assert reduced.after.files["main.rs"] == RED.replace("let sum", "let mut sum")
    assert len(reduced.edits) == 1


def test_a_repair_by_deletion_is_kept_with_the_policys_verdict(compiler: Compiler) -> None:
    red = SourceTree({"main.rs": RED})
    gutted = project(RED.replace("        sum += price;\n", ""), compiler)
    errors = gutted.check_many([red])[0].errors
    reduced = reduce_repair(gutted, red, errors, errors[0], gutted.tree)
    assert reduced is not None and reduced.verdict is Verdict.CHEATED


def test_files_that_came_cannot_be_said_in_edits(compiler: Compiler) -> None:
    red = SourceTree({"main.rs": RED})
    more = SourceTree({"main.rs": GREEN, "more.rs": ""})
    green = project(GREEN, compiler)
    errors = green.check_many([red])[0].errors
    assert reduce_repair(green, red, errors, errors[0], more) is None


@given(st.integers(1, 20), st.sets(st.integers(0, 19), min_size=1, max_size=5))
def test_what_is_left_is_exactly_what_is_needed(count: int, needed: set[int]) -> None:
    parts = [Edit("a", n + 1, n + 1, "x", "y") for n in range(max(count, max(needed) + 1))]
    wanted = {parts[n] for n in needed}
    asked = 0

    def passes(subset: Sequence[Edit]) -> bool:
        nonlocal asked
        asked += 1
        return wanted <= set(subset)

    assert set(minimal(parts, passes)) == wanted
    assert asked <= 2 * len(parts) ** 2 + 2


@given(st.integers(2, 20), st.sets(st.integers(0, 19), min_size=1, max_size=5), st.integers(0, 30))
def test_when_time_is_over_what_is_left_still_passes_and_nothing_more_is_tried(
    count: int, needed: set[int], most: int
) -> None:
    parts = [Edit("a", n + 1, n + 1, "x", "y") for n in range(max(count, max(needed) + 1))]
    wanted = {parts[n] for n in needed}
    passed = [set(parts)]
    asked = 0

    def passes(subset: Sequence[Edit]) -> bool:
        nonlocal asked
        asked += 1
        if wanted <= set(subset):
            passed.append(set(subset))
        return wanted <= set(subset)

    left = minimal(parts, passes, lambda: asked < most)
    assert set(left) == passed[-1] and asked <= most


def test_without_time_the_whole_change_is_the_repair(compiler: Compiler) -> None:
    red = SourceTree({"main.rs": RED})
    green = project(GREEN, compiler)
    errors = green.check_many([red])[0].errors
    reduced = reduce_repair(green, red, errors, errors[0], green.tree, time.monotonic())
    assert reduced is not None and reduced.after == green.tree and len(reduced.edits) == 3
