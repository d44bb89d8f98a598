"""A long experiment that is cut goes on with the part that was cut; rates count fresh repeats of all seeds; and the
quick form has every key."""

from pathlib import Path
from typing import Any

import pytest

from sleepy_coder.experiments.night.instances import draw
from sleepy_coder.experiments.night.parts import Parts
from sleepy_coder.experiments.night.run import TILL, rates, repeats, run, together
from sleepy_coder.experiments.night.secrets import secrets
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.signature import signature
from sleepy_coder.rust.toolchain import find_toolchain


@pytest.fixture(scope="module")
def compiler() -> Compiler:
    return Compiler(find_toolchain(), best_sandbox(required=False))


def test_a_part_is_measured_once_and_again_under_other_conditions(tmp_path: Path) -> None:
    measured: list[str] = []

    def parts(size: int) -> Parts:
        return Parts(tmp_path, "x", {"size": size}, lambda words: None)

    def measure() -> dict[str, Any]:
        measured.append("a")
        return {"value": len(measured)}

    def cut() -> dict[str, Any]:
        raise KeyboardInterrupt

    assert parts(1).get("a", measure) == parts(1).get("a", measure) == {"value": 1}
    with pytest.raises(KeyboardInterrupt):
        parts(1).get("b", cut)
    assert list(parts(1).made()) == ["a"]
    assert parts(2).get("a", measure) == {"value": 2}


def row(day: int, stayed: bool, signature: str = "s") -> dict[str, Any]:
    return {"day": day, "stayed": stayed, "signature": signature}


def test_rates_count_only_fresh_repeats_on_the_day_after_each_night() -> None:
    arms = [[row(1, True), row(2, True), row(2, False)], [row(1, True), row(2, True), row(3, True)]]
    counts = [[False, True, True], [False, False, True]]
    first, second = rates(arms, counts, days=3)
    assert (first["night"], first["mean"], first["total"]) == (1, 0.5, 2)
    assert (second["mean"], second["total"]) == (1.0, 1)
    assert first["interval"][0] < 0.5 < first["interval"][1]


def test_the_interval_of_a_rate_knows_that_errors_of_one_signature_stay_together() -> None:
    seeds = [[row(2, key < "c", key) for key in "abcd" for _ in range(20)] for _ in range(3)]
    flags = [[True] * 80] * 3
    (clustered,) = rates(seeds, flags, days=2)
    low, high = clustered["interval"]
    assert clustered["mean"] == 0.5 and low <= 0.25 and high >= 0.75, "of four signatures two stayed: little is known"
    (sure,) = rates([[row(2, False, key) for key in "abcd"]] * 3, [[True] * 4] * 3, days=2)
    assert sure["interval"][0] == 0 and sure["interval"][1] > 0.1, "twelve of one kind are not proof"


def test_what_stays_after_the_fifth_night_is_told_as_a_part_of_what_stays_without_nights_with_its_interval() -> None:
    def seed(stays: int) -> list[dict[str, Any]]:
        rows = [row(day, number < stays, f"s{number}") for day in range(1, 8) for number in range(20)]
        return [{**one, "fresh": True, "repeated": one["day"] > 1} for one in rows]

    found = repeats([seed(5)] * 3, [seed(20)] * 3, days=7)
    low, high = found["night5_ratio_interval"]
    assert found["night5_ratio"] == 0.25 and 0.05 < low < 0.25 < high < 0.5
    assert (found["errors"], found["not_fresh"]) == (420, 0)
    nothing = repeats([seed(5)] * 3, [seed(0)] * 3, days=7)
    assert nothing["night5_ratio"] is None and nothing["night5_ratio_interval"] is None


def test_kills_of_all_parts_are_added_up() -> None:
    one = {"kills": 3, "lost": 1, "rounds": 1, "by_stage": {"train": {"kills": 3, "lost": 1}}, "problems": ["p"]}
    assert together([one, one])["by_stage"] == {"train": {"kills": 6, "lost": 2}}
    assert together([one, one])["problems"] == ["p", "p"]


def test_no_planted_secret_comes_through_a_day_a_curation_or_a_report(tmp_path: Path, compiler: Compiler) -> None:
    found = secrets(1, 7, tmp_path, compiler)
    assert (found["planted"], found["leaked"], found["leaks"]) == (24, 0, [])
    assert found["examples"] >= 20 and found["stored_values"] > 1000
    assert found["false_alarms_per_1000_lines"] < 0.2


@pytest.mark.slow
def test_the_days_of_a_fortnight_are_fixed_by_their_seed_and_no_break_comes_twice(
    tmp_path: Path, compiler: Compiler
) -> None:
    drawn = draw(TILL, tmp_path / "a", compiler, signatures=2, days=2, per_day=1, seed=1)
    pairs = [pair for day in drawn for pair in day]
    assert len({pair.broken.digest for pair in pairs}) == len(pairs) == 4
    assert len({signature(pair.diagnostic).key for pair in pairs}) == 2
    again = draw(TILL, tmp_path / "b", compiler, signatures=2, days=2, per_day=1, seed=1)
    assert [pair.broken.digest for day in again for pair in day] == [pair.broken.digest for pair in pairs]


@pytest.mark.slow
def test_the_quick_form_has_every_key(compiler: Compiler) -> None:
    found = run(compiler, quick=True)
    repeats = found["repeat_error_rate"]
    assert {"with_nights", "without_nights", "night5_ratio", "night5_ratio_interval"} <= repeats.keys()
    assert {"human", "episode", "search", "dream", "teacher", "together"} == found["origins"].keys()
    assert all("gain_points" in one for one in found["origins"].values())
    assert found["crash"]["kills"] > 0 and found["crash"]["lost"] == 0
    assert found["secrets"]["leaked"] == 0 and found["five_skills_seconds"] > 0
