"""Seeds that are added to a result file one sitting at a time, with all of the model's work left out."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from sleepy_coder.errors import UsageError
from sleepy_coder.experiments import sequential
from sleepy_coder.experiments.sequence.arms import ARMS, NAMES
from sleepy_coder.experiments.sequence.cost import Nights, Spent
from sleepy_coder.experiments.sequence.course import Course, Lesson
from sleepy_coder.experiments.sequence.form import FULL
from sleepy_coder.experiments.sequence.judged import Judged, counted
from sleepy_coder.experiments.sequence.kept import Facts
from sleepy_coder.experiments.sequence.result import Measured, Seed, check, read, seed_of
from sleepy_coder.experiments.sequence.tuning import Trial, Tuned
from sleepy_coder.rust.compiler import Compiler

SKILLS = [f"skill-{number:02}" for number in range(FULL.skills)]
NOVEL = {f"{skill}/{number}": skill for skill in SKILLS for number in range(FULL.items)}
COURSE = Course(
    tuple(Lesson(skill, 0, (), ()) for skill in SKILLS), (), (), NOVEL, ("known",), ("canary",), seconds=10.0
)
COMPILER = cast(Compiler, SimpleNamespace(toolchain=SimpleNamespace(version="rustc 1.0")))
TRIALS = tuple(Trial(name, arm.grid[0], 0.5, 1.0) for name, arm in ARMS.items())
LEARNERS = {arm.learner: Nights(FULL.skills, 100.0, 5000) for arm in ARMS.values()}
SPENT = Spent(learners=LEARNERS, answers=1000, answering_seconds=50.0, judged=500, judging_seconds=20.0)


def streams(seed: int) -> Iterator[Judged]:
    """Each arm knows one skill more every night, and has not been asked for the last skill until the end."""
    order = tuple(lesson.skill for lesson in COURSE.order(seed))
    nights: list[dict[str, bool]] = []
    for night in range(len(order) + 1):
        asked = order if night in (0, len(order)) else order[:-1]
        nights.append({item: skill in order[:night] for item, skill in NOVEL.items() if skill in asked})
        nights[-1] |= {"known": True, "canary": night < 3}
    facts = [Facts(trained_numbers=7, seconds=5.0, tokens=50, kind="x", expanded=number == 0) for number in range(20)]
    for name in NAMES:
        yield counted(name, seed, "some", order, nights, facts if name in ARMS else [], COURSE)


def one_seed(seed: int) -> Seed:
    return seed_of(streams(seed), SPENT, {"date": "2026-11-30", "digests": {"code": "old"}})


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Any]:
    """What was tuned and which seeds were measured; the third sitting is cut before its seed is done."""
    done: list[Any] = []

    def measured(seed: int, *rest: Any) -> Seed:
        if done.count("cut") == 0 and seed == 3:
            done.append("cut")
            raise KeyboardInterrupt
        done.append(seed)
        return one_seed(seed)

    def tuned(*rest: Any) -> Tuned:
        done.append("tuned")
        return Tuned(TRIALS)

    monkeypatch.setenv("SLEEPY_CODER_HOME", str(tmp_path))
    (tmp_path / "cache").mkdir()
    monkeypatch.setattr(sequential, "folder_of", lambda *rest: tmp_path)
    monkeypatch.setattr(sequential, "make_course", lambda *rest: COURSE)
    monkeypatch.setattr(sequential, "tuned", tuned)
    monkeypatch.setattr(sequential, "measured", measured)
    return done


def test_a_seed_that_is_in_the_file_is_not_measured_again_and_all_of_them_together_are_full(
    asked: list[Any], tmp_path: Path
) -> None:
    out = tmp_path / "sequential.json"
    with pytest.raises(KeyboardInterrupt):
        sequential.run(COMPILER, quick=False, out=out)
    partial = json.loads(out.read_text())
    assert [*partial["streams"]] == ["1", "2"] and partial["seeds"] == 2
    assert partial["provenance"]["run"] == "quick" and partial["provenance"]["seeds"] == [1, 2]
    whole = sequential.run(COMPILER, quick=False, out=out)
    assert asked == ["tuned", 1, 2, "cut", 3, 4, 5]
    assert whole["provenance"]["run"] == "full" and whole["arms"]["share_routed"]["seeds"].keys() == set("12345")
    told: list[str] = []
    again = sequential.run(COMPILER, quick=False, out=out, tell=told.append)
    assert asked[-1] == 5 and again["arms"] == whole["arms"]
    assert told[0] == "seeds measured by other code than this: 1, 2, 3, 4, 5"
    assert len(out.read_bytes()) < 400_000


def test_a_sitting_without_time_for_a_seed_tunes_once(asked: list[Any], tmp_path: Path) -> None:
    for _ in range(2):
        sequential.run(COMPILER, quick=False, minutes=0, out=tmp_path / "sequential.json")
    assert asked == ["tuned"]
    found = read(tmp_path / "sequential.json", Measured)
    assert found is not None and found.tuned.best("olora") == ARMS["olora"].grid[0]


def test_a_seed_comes_out_of_the_file_as_it_went_in() -> None:
    assert one_seed(2).judged(2) == list(streams(2))


def test_a_run_without_a_file_keeps_nothing(asked: list[Any], tmp_path: Path) -> None:
    asked.append("cut")
    assert sequential.run(COMPILER, quick=True)["seeds"] == 1
    assert [path.name for path in tmp_path.glob("*.json")] == ["tuning.json"]  # for whoever tunes on this machine


def test_another_file_and_seeds_of_other_conditions_are_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text('{"schema": "sleepy-coder/sequential/1", "arms": {}}')
    with pytest.raises(UsageError, match=r"old\.json holds nothing"):
        read(tmp_path / "old.json", Measured)
    found = {"model": "a", "rustc": "1", "form": FULL.size}
    check(found, {"model": "a", "rustc": "1", "form": FULL.size})
    with pytest.raises(UsageError, match="another rustc and form:"):
        check(found, {"model": "a", "rustc": "2", "form": replace(FULL, steps=1).size})
