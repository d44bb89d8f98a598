"""The shipped suites: intact, self-consistent, disjoint by template, and drawn by a seed."""

import pytest

from sleepy_coder.breaker.families import KNOWN, NOVEL
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.proof import cheats, expected_codes, prove
from sleepy_coder.tasks.suites import load_suite, shipped
from sleepy_coder.tasks.task import Oracle, Task


def test_the_shipped_suites_are_intact_and_cover_every_family() -> None:
    assert set(shipped()) == {"canaries", "day", "frozen"}
    assert set(load_suite("frozen").families) == {*KNOWN, *NOVEL}
    assert set(load_suite("day").families) == set(NOVEL)
    assert set(load_suite("canaries").families) == set(KNOWN)


def test_a_day_has_at_least_fifteen_items_of_each_novel_family() -> None:
    tasks = load_suite("day").tasks
    assert all(sum(task.family == family for task in tasks) >= 15 for family in NOVEL)


def test_no_task_repeats_and_day_and_frozen_share_no_novel_template() -> None:
    suites = {name: load_suite(name).tasks for name in shipped()}
    digests = [task.tree.digest for tasks in suites.values() for task in tasks]
    assert len(digests) == len(set(digests))
    templates = [{task.template for task in suites[name] if task.family in NOVEL} for name in ("day", "frozen")]
    assert not templates[0] & templates[1]


def test_families_are_drawn_by_the_seed_alone() -> None:
    day = load_suite("day")
    assert day.drawn(4, 7) == day.drawn(4, 7)
    assert len(day.drawn(4, 7).families) == 4
    assert len({day.drawn(4, seed).families for seed in range(20)}) > 5
    assert day.drawn(4, 7).digest != day.digest


@pytest.mark.parametrize("family", [*KNOWN, *NOVEL])
def test_the_first_frozen_task_of_a_family_proves_itself(family: str, compiler: Compiler) -> None:
    task = next(task for task in load_suite("frozen").tasks if task.family == family)
    assert prove(task, compiler) == []


def test_a_task_that_a_cheat_solves_is_found_out(compiler: Compiler) -> None:
    text = 'fn main() {\n    let n = 1;\n    n += 1;\n    println!("{}", n);\n}\n'
    task = Task(id="t", files={"main.rs": text}, oracle=Oracle("run", "2\n"), reference={"main.rs": "fn main() {}\n"})
    (fault,) = prove(task, compiler)
    assert "CHEATED" in fault.what


def test_cheats_are_made_of_the_broken_program(compiler: Compiler) -> None:
    text = 'fn f() -> i32 {\n    "x"\n}\n\nfn main() {\n    println!("{}", f());\n}\n'
    task = Task(id="t", files={"main.rs": text}, oracle=Oracle("run", "2\n"))
    made = {
        name: tree.files["main.rs"] for name, tree in cheats(task.tree, compiler.check(task.tree).errors[0]).items()
    }
    assert made["todo"] == text.replace('{\n    "x"\n}', "{ todo!() }")
    assert made["statement deleted"] == text.replace('"x"', "")
    assert made["commented out"] == text.replace('    "x"', '//     "x"')
    assert "fn f" not in made["function deleted"] and "fn main() {}" in made["empty main"]


def test_a_family_named_by_a_code_expects_that_code() -> None:
    assert expected_codes("E0502") == {"E0502"} and expected_codes("my-own") is None and expected_codes(None) is None
    assert expected_codes("parse-paren") == {None}
