"""The shipped suites: intact, self-consistent, disjoint by template, and drawn by a seed."""

from collections import Counter

import pytest

from sleepy_coder.breaker.families import FAMILIES, KNOWN, NOVEL
from sleepy_coder.breaker.templates import load_templates
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.proof.prove import prove
from sleepy_coder.tasks.suites import load_suite, shipped


def test_the_shipped_suites_are_intact_and_cover_every_family() -> None:
    assert set(shipped()) == {"canaries", "day", "frozen", "handwritten"}
    assert set(load_suite("frozen").families) == {*KNOWN, *NOVEL}
    assert set(load_suite("day").families) == set(NOVEL)
    assert set(load_suite("canaries").families) <= set(KNOWN)


def test_frozen_is_large_and_every_canary_a_known_family() -> None:
    frozen, canaries = load_suite("frozen").tasks, load_suite("canaries").tasks
    assert len(frozen) >= 900
    assert min(Counter(task.family for task in frozen).values()) >= 10
    assert len(canaries) == 60


def test_handwritten_programs_end_as_their_references_where_there_is_one() -> None:
    tasks = load_suite("handwritten").tasks
    assert len(tasks) == 100 and all(task.oracle.kind == "run" and task.family is None for task in tasks)
    assert sum(task.reference is not None for task in tasks) == 90


def test_a_day_has_at_least_fifteen_items_of_each_novel_family() -> None:
    tasks = load_suite("day").tasks
    assert all(sum(task.family == family for task in tasks) >= 15 for family in NOVEL)


def test_no_task_repeats_and_day_and_frozen_share_no_novel_template() -> None:
    suites = {name: load_suite(name).tasks for name in shipped()}
    digests = [task.tree.digest for tasks in suites.values() for task in tasks]
    assert len(digests) == len(set(digests))
    templates = [{task.template for task in suites[name] if task.family in NOVEL} for name in ("day", "frozen")]
    assert not templates[0] & templates[1]


def test_no_shipped_task_is_made_from_a_template_of_training() -> None:
    trained = {template.name for template in load_templates("train")}
    assert not trained & {task.template for name in shipped() for task in load_suite(name).tasks}


def test_every_shipped_suite_has_a_card_that_counts_its_easy_families_apart() -> None:
    for name in shipped():
        suite = load_suite(name)
        card = suite.card
        assert card is not None and card.held_out
        assert set(card.families) == set(suite.families)
        assert card.easy_families == tuple(family for family, told in card.families.items() if told.easy)
        assert card.wrong_repairs.keys() <= {task.id for task in suite.tasks}


def test_families_are_drawn_by_the_seed_alone() -> None:
    day = load_suite("day")
    assert day.drawn(4, 7) == day.drawn(4, 7)
    assert len(day.drawn(4, 7).families) == 4
    assert len({day.drawn(4, seed).families for seed in range(20)}) > 5
    assert day.drawn(4, 7).digest != day.digest


def test_the_first_frozen_task_of_every_tenth_family_proves_itself(compiler: Compiler) -> None:
    suite = load_suite("frozen")
    tasks = [next(task for task in suite.tasks if task.family == family.name) for family in FAMILIES[::10]]
    assert suite.card is not None
    assert prove(tasks, compiler, wrong_repairs=suite.card.wrong_repairs).faults == ()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["canaries", "day", "frozen", "handwritten"])
def test_every_shipped_task_proves_itself(name: str, compiler: Compiler) -> None:
    suite = load_suite(name)
    assert suite.card is not None
    assert prove(suite.tasks, compiler, wrong_repairs=suite.card.wrong_repairs).faults == ()
