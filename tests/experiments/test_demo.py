"""What a demonstration's day is made of, and what is told of it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sleepy_coder.breaker.families import KNOWN, NOVEL
from sleepy_coder.errors import UsageError
from sleepy_coder.experiments.demo import Demo, DemoItem, DemoSeconds, Ending, drawn
from sleepy_coder.experiments.demo_record import family_lines, printed, to_json
from sleepy_coder.experiments.peak_memory import PeakMemory
from sleepy_coder.lm.model import ModelIdentity
from sleepy_coder.registry.night_record import NightRecord
from sleepy_coder.tasks.suites import Suite
from sleepy_coder.tasks.task import Oracle, Task


def suite(name: str, families: tuple[str, ...], count: int) -> Suite:
    tasks = [
        Task(id=f"{name}-{family}-{n:02d}", files={"main.rs": ""}, oracle=Oracle("compile"), family=family)
        for family in families
        for n in range(count)
    ]
    return Suite(name, f"digest of {name}", tuple(tasks))


DAY, CANARIES = suite("day", NOVEL, 16), suite("canaries", KNOWN, 2)


def test_a_day_holds_four_novel_families_with_fifteen_items_each() -> None:
    chosen = drawn(DAY, CANARIES, 7)
    by_family = {family: [task for task in chosen.tasks if task.family == family] for family in chosen.families}
    novel = [family for family in by_family if family in NOVEL]
    assert len(novel) == 4 and all(len(by_family[family]) == 15 for family in novel)
    assert sum(task.family in KNOWN for task in chosen.tasks) == 40
    assert len({task.id for task in chosen.tasks}) == len(chosen.tasks)


def test_the_seed_alone_decides_the_day() -> None:
    assert drawn(DAY, CANARIES, 7) == drawn(DAY, CANARIES, 7)
    assert len({drawn(DAY, CANARIES, seed).digest for seed in range(8)}) == 8
    assert len({drawn(DAY, CANARIES, seed).families[:4] for seed in range(8)}) > 4


def test_other_suites_make_another_digest() -> None:
    assert drawn(replace(DAY, digest="other"), CANARIES, 7).digest != drawn(DAY, CANARIES, 7).digest


def test_suites_that_hold_too_little_are_refused() -> None:
    with pytest.raises(UsageError):
        drawn(suite("day", NOVEL, 14), CANARIES, 7)
    with pytest.raises(UsageError):
        drawn(DAY, suite("canaries", KNOWN[:39], 1), 7)


def ending(passed: bool, stage: int | None, route: str | None = None) -> Ending:
    return Ending("FIXED" if passed else "BROKEN", stage if passed else None, route)


def demo(tmp_path: Path, outcome: str = "promote", lost: int = 0) -> Demo:
    """15 novel items of which 12 are gained, 10 known ones of which `lost` are lost."""
    deref = "E0614-deref"
    items = [DemoItem(f"n{n}", deref, True, ending(n == 0, 2), ending(n < 13, 1, deref)) for n in range(15)]
    items += [DemoItem(f"k{n}", "E0425-typo", False, ending(True, 0), ending(n >= lost, 0)) for n in range(10)]
    night = NightRecord(
        id="20261122-010203",
        number=1,
        started="2026-11-22T01:02:03+00:00",
        model="embedded",
        incumbent="a" * 16,
        candidate="b" * 16,
        promoted=outcome == "promote",
        outcome=outcome,
        reason="Because.",
        budget_seconds=270.0,
        cut=False,
        plan={},
        seconds={"total": 100.0},
    )
    return Demo(
        seed=3,
        suite_digest="d" * 64,
        model=ModelIdentity("embedded", "e" * 64),
        novel=(deref,),
        items=tuple(items),
        night=night,
        seconds=DemoSeconds(1.0, 60.0, 100.0, 50.0, 212.0),
        peak_bytes=2**30,
        page=tmp_path / "report.html",
    )


def test_the_record_has_the_keys_that_are_quoted(tmp_path: Path) -> None:
    content = json.loads(json.dumps(to_json(demo(tmp_path, lost=1), level=0.95, rustc="rustc 1.95.0")))
    assert content["before"]["passed_fraction"] == 11 / 25
    assert content["after"]["passed_fraction"] == 22 / 25
    assert content["gain_points"] == pytest.approx(44.0)
    assert content["flips"] == {"gained": [f"n{n}" for n in range(1, 13)], "lost": ["k0"]}
    assert content["decision"]["outcome"] == "promote"
    assert (content["seconds"]["night"], content["seconds"]["total"]) == (100.0, 212.0)
    assert content["memory_bytes"]["peak"] == 2**30
    low, high = content["before"]["interval"]
    assert low < 11 / 25 < high
    assert content["before"]["won_by_stage"] == {"compiler suggestions": 10, "specialists": 0, "base model": 1}
    assert content["provenance"]["digests"]["library_after"] == "b" * 16


def test_a_library_kept_back_is_not_said_to_be_served(tmp_path: Path) -> None:
    content = to_json(demo(tmp_path, "undecided"), level=0.95, rustc="rustc")
    assert content["provenance"]["digests"]["library_after"] == "a" * 16
    assert content["decision"]["outcome"] == "undecided"


@pytest.mark.parametrize(
    ("outcome", "said"), [("promote", "was promoted"), ("keep", "was kept back"), ("undecided", "was undecided")]
)
def test_what_is_printed_says_which_of_the_three_happened(tmp_path: Path, outcome: str, said: str) -> None:
    lines = printed(demo(tmp_path, outcome, lost=2))
    text = " ".join(lines)
    assert max(map(len, lines)) <= 100
    assert said in text
    assert "base model → E0614-deref" in text
    assert "12 gained, 2 lost" in text


def test_nothing_that_is_kept_names_a_place_on_this_machine(tmp_path: Path) -> None:
    assert str(tmp_path) not in json.dumps(to_json(demo(tmp_path), level=0.95, rustc="rustc"))


def test_families_tell_where_their_errors_go(tmp_path: Path) -> None:
    first, second = family_lines(demo(tmp_path).items)
    assert (first.family, first.before, first.after, first.total) == ("E0614-deref", 1, 13, 15)
    assert (first.ways_before, first.ways_after) == (("base model",), ("E0614-deref",))
    assert second.ways_before == second.ways_after == ("base model",)


def test_peak_memory_sees_what_was_held_and_let_go() -> None:
    with PeakMemory() as small:
        pass
    with PeakMemory() as large:
        held = bytearray(200 << 20)
        held[::4096] = b"x" * len(held[::4096])
        import time

        time.sleep(1.2)
        del held
    assert large.bytes - small.bytes > 150 << 20
