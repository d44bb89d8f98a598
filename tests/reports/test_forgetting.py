"""What nights left of the skills: carried where nothing changed, measured where it did, and every flip by name."""

from dataclasses import replace

import pytest

from sleepy_coder.evaluation.record import summarise
from sleepy_coder.registry.night_record import NOT_MERGED, ItemRecord, NightRecord, SkillRecord
from sleepy_coder.reports.forgetting import forgetting_page, forgetting_record


def items(skill: str, group: str, before: list[bool], after: list[bool]) -> tuple[ItemRecord, ...]:
    word = {True: "FIXED", False: "BROKEN"}
    return tuple(
        ItemRecord(f"{skill}/{n}", group, skill, skill, word[b], word[a], None, skill, identical=False)
        for n, (b, a) in enumerate(zip(before, after, strict=True))
    )


def night(number: int, trained: str, rows: tuple[ItemRecord, ...], *, promoted: bool = True) -> NightRecord:
    skill = SkillRecord(
        skill=trained, code="E0000", signatures=(), failures=3, examples=1, origins={}, kind="coefficients",
        warm_start=None, steps=1, planned_steps=1, seconds=1.0, trained_numbers=1, trained_tensors={}, norm=1.0,
        exact_before=0.0, exact_after=1.0, curve=(),
    )  # fmt: skip
    return NightRecord(
        id=f"n{number}", number=number, started="2026-01-01T00:00:00+00:00", model="m", incumbent="a", candidate="b",
        budget_seconds=1.0, cut=False, plan={}, promoted=promoted, outcome="promote" if promoted else "keep",
        skills=(skill,), items=rows,
    )  # fmt: skip


NIGHTS = (
    night(1, "one", items("one", "trained", [False] * 4, [True] * 4)),
    night(2, "two", items("two", "trained", [False] * 4, [True, True, False, False])),
    night(
        3,
        "three",
        items("three", "trained", [False] * 2, [True] * 2) + items("one", "old", [True] * 4, [True] * 3 + [False]),
    ),
)


def test_a_skill_that_was_not_judged_keeps_its_score() -> None:
    record = forgetting_record(NIGHTS)
    assert [one.scores.get("one") for one in record.nights] == [1.0, 1.0, 0.75]
    assert [one.judged for one in record.nights] == [("one",), ("two",), ("one", "three")]


def test_the_measures_are_means_over_what_was_learned_before() -> None:
    first, second, third = forgetting_record(NIGHTS).nights
    assert (first.backward_transfer, first.forgetting) == (None, None)
    assert (second.backward_transfer, second.forgetting) == (0.0, 0.0)
    assert third.backward_transfer == pytest.approx(-0.25 / 2) and third.forgetting == pytest.approx(0.25 / 2)
    assert third.lost == ("one/3",) and third.gained == ("three/0", "three/1")


def test_a_refused_night_leaves_what_was() -> None:
    refused = night(4, "four", items("one", "old", [True] * 3 + [False], [False] * 4), promoted=False)
    last = forgetting_record((*NIGHTS, refused)).nights[-1]
    assert last.scores["one"] == 0.75 and last.backward_transfer == pytest.approx(-0.25 / 3)


def test_a_skill_that_was_not_merged_cannot_be_forgotten() -> None:
    first = night(
        1, "one", items("one", "trained", [False] * 4, [True] * 4) + items("b", "old", [True] * 4, [True] * 4)
    )
    first = replace(first, skills=(*first.skills, replace(first.skills[0], skill="b", fate=NOT_MERGED)))
    second = night(2, "two", items("two", "trained", [False], [True]) + items("b", "old", [False] * 4, [False] * 4))
    record = forgetting_record((first, second))
    assert record.nights[0].trained == ("one",) and record.nights[1].scores["b"] == 0.0
    assert record.nights[1].backward_transfer == 0.0


def test_a_promoted_retrial_learned_what_it_judged_again() -> None:
    undecided = night(1, "one", items("one", "trained", [False] * 4, [True] * 4), promoted=False)
    retrial = replace(night(2, "one", items("one", "trained", [False] * 4, [True] * 4)), skills=(), retrial=True)
    last = night(
        3, "two", items("two", "trained", [False], [True]) + items("one", "old", [True] * 4, [True, *[False] * 3])
    )
    record = forgetting_record((undecided, retrial, last))
    assert record.nights[1].trained == ("one",) and record.nights[2].backward_transfer == -0.75


def test_the_page_holds_every_skill_flip_and_suite_and_nothing_unescaped() -> None:
    odd = summarise([], suite="<b>suite</b>", suite_digest="0" * 64, library=None, arm="agent")
    page = forgetting_page(forgetting_record(NIGHTS, [odd]))
    assert (
        all(word in page for word in ("one", "two", "three", "n3", "one/3", "&lt;b&gt;suite"))
        and "<b>suite" not in page
    )
    assert forgetting_page(forgetting_record(())).startswith("<!doctype html>")
