"""A long experiment that is cut goes on with the part that was cut; rates count fresh repeats of all seeds; and the
quick form has every key."""

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from sleepy_coder.errors import UsageError
from sleepy_coder.experiments.night.instances import draw
from sleepy_coder.experiments.night.run import TILL, _Measure, run
from sleepy_coder.experiments.night.secrets import secrets
from sleepy_coder.experiments.night.summary import rates, repeats, together
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.signature import signature
from sleepy_coder.rust.toolchain import find_toolchain

ERRORS = [
    {"day": day, "signature": "s", "repeated": day > 1, "novel": True, "fresh": True, "stayed": day == 1, "stage": None}
    for day in (1, 2)
]
FOUND: dict[str, dict[str, Any]] = {
    "skills": {"seconds": 3.0},
    "secrets": {"leaked": 0},
    "crash": {"kills": 3, "lost": 0, "rounds": 1, "by_stage": {"train": {"kills": 3, "lost": 0}}, "problems": []},
    "fortnight": {"errors": ERRORS, "nights": [{"outcome": "keep"}]},
}


@pytest.fixture(scope="module")
def compiler() -> Compiler:
    return Compiler(find_toolchain(), best_sandbox(required=False))


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts that are measured, in order; `crash 0` is cut the first time."""
    names: list[str] = []

    def plan(measure: _Measure) -> dict[str, Any]:
        def part(name: str) -> dict[str, Any]:
            names.append(name)
            if name == "crash 0" and names.count(name) == 1:
                raise KeyboardInterrupt
            return FOUND.get(name.split()[0], {"gain_points": 1.0})

        planned = real(measure)
        return {name: one and partial(part, name) for name, one in planned.items()}

    real = _Measure.plan
    monkeypatch.setattr(_Measure, "plan", plan)
    return names


def test_a_run_that_was_cut_goes_on_from_its_file_and_measures_no_part_twice(
    tmp_path: Path, compiler: Compiler, counted: list[str]
) -> None:
    out = tmp_path / "night.json"
    with pytest.raises(KeyboardInterrupt):
        run(compiler, quick=True, out=out)
    cut = json.loads(out.read_text())
    assert list(cut["parts"]) == ["skills", "secrets"] and "crash 0" in cut["missing"]
    assert cut["five_skills_seconds"] == 3.0 and cut["secrets"] == FOUND["secrets"]
    assert cut["crash"] is cut["repeat_error_rate"] is cut["origins"]["human"]["gain_points"] is None
    told: list[str] = []
    none = run(compiler, quick=True, out=out, minutes=0, tell=told.append)
    assert none["parts"] == cut["parts"] and "crash 0" in told[-1]
    whole = run(compiler, quick=True, out=out)
    assert counted[:4] == ["skills", "secrets", "crash 0", "crash 0"] and len(counted) == len(set(counted)) + 1
    assert whole["missing"] == ["origin teacher"], "there is no teacher to measure it with"
    assert whole["crash"]["kills"] == 3 and whole["repeat_error_rate"]["with_nights"][0]["total"] == 1
    assert whole["origins"]["together"] == {"gain_points": 1.0}
    assert whole == {**json.loads(out.read_text()), "provenance": whole["provenance"]}


def test_what_a_teacher_has_a_share_in_is_measured_anew_with_another_and_nothing_else(
    tmp_path: Path, compiler: Compiler, counted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "night.json"
    counted.append("crash 0")
    before = run(compiler, quick=True, out=out)
    counted.clear()
    monkeypatch.setenv("SLEEPY_CODER_TEACHER", "http://me:hunter2@there/v1#large")
    taught = run(compiler, quick=True, out=out)
    assert len(counted) == 2 and not taught["missing"] and taught["origins"]["teacher"] == {"gain_points": 1.0}
    assert taught["parts"] == {**taught["parts"], **before["parts"]} and "hunter2" not in out.read_text()


@pytest.mark.parametrize("content", ["{", "[]", '{"parts": 1}', "other sizes"])
def test_a_file_of_something_else_is_refused_and_stays(
    tmp_path: Path, compiler: Compiler, counted: list[str], content: str
) -> None:
    out = tmp_path / "night.json"
    if content == "other sizes":
        counted.append("crash 0")
        content = json.dumps(run(compiler, quick=True, out=out)).replace('"days": 2', '"days": 3')
        counted.clear()
    out.write_text(content)
    with pytest.raises(UsageError, match=r"night.json .*move it away, or choose another --out"):
        run(compiler, quick=True, out=out)
    assert out.read_text() == content and not counted


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
