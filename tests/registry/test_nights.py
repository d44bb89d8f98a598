"""A night's folder: whole files, the unfinished night, the time of the last one."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from sleepy_coder.errors import StoreProblem
from sleepy_coder.registry.nights import PLAN, RECORD, NightFolder, new_night, nights, sweep, taught, unfinished


@dataclass(frozen=True)
class Note:
    started: str


def test_only_the_last_night_without_a_record_is_unfinished(tmp_path: Path) -> None:
    assert unfinished(tmp_path / "nights") is None
    first = new_night(tmp_path)
    assert datetime.strptime(first.id, "%Y%m%d-%H%M%S").year >= 2026
    assert unfinished(tmp_path) is None, "a night without a plan never began"
    first.write(PLAN, Note("x"))
    assert unfinished(tmp_path) == first
    first.write(RECORD, Note("2026-01-02T03:04:05+00:00"))
    assert unfinished(tmp_path) is None
    second = new_night(tmp_path)
    second.write(PLAN, Note("y"))
    assert second.id != first.id
    assert [night.id for night in nights(tmp_path)] == [first.id, second.id]
    assert unfinished(tmp_path) == second


@dataclass(frozen=True)
class Skill:
    skill: str
    signatures: tuple[str, ...]
    exact_before: float
    exact_after: float
    steps: int = 36
    planned_steps: int = 36


@dataclass(frozen=True)
class Record:
    started: str
    skills: tuple[Skill, ...] = ()


def test_what_was_taught_is_known_by_its_last_night_and_by_whether_each_helped(tmp_path: Path) -> None:
    assert taught(tmp_path) == ({}, {})
    for minute, after in ((1, 0.0), (2, 0.5)):
        night = new_night(tmp_path)
        night.write(PLAN, Note("x"))
        assert taught(tmp_path).skills.get("a", []) == [False] * (minute - 1), "a night without a record taught nothing"
        night.write(RECORD, Record(f"1970-01-01T00:0{minute}:00+00:00", (Skill("a", ("E1|x",), 0.0, after),)))
    assert taught(tmp_path) == ({"E1|x": 120.0}, {"a": [False, True]})
    assert (taught(tmp_path).before(120.0), taught(tmp_path).before(119.0)) == ({"E1|x": 120.0}, {})


def test_training_that_was_cut_and_came_to_nothing_has_taught_nothing(tmp_path: Path) -> None:
    for minute, after in ((1, 0.0), (2, 0.5)):
        night = new_night(tmp_path)
        night.write(PLAN, Note("x"))
        cut = Skill("a", ("E1|x",), 0.0, after, steps=1)
        night.write(RECORD, Record(f"1970-01-01T00:0{minute}:00+00:00", (cut,)))
        assert taught(tmp_path) == (({"E1|x": 120.0}, {"a": [True]}) if after else ({}, {}))


def test_rows_come_back_as_they_were_written(tmp_path: Path) -> None:
    night = new_night(tmp_path)
    assert night.read_rows("dreams/a.jsonl", Note) is None
    night.write_rows("dreams/a.jsonl", [Note("1"), Note("2\n")])
    assert night.read_rows("dreams/a.jsonl", Note) == [Note("1"), Note("2\n")]


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    night = new_night(tmp_path)
    (night.path / "x.json").write_text("{")
    with pytest.raises(StoreProblem, match=r"x\.json is damaged"):
        night.read("x.json", Note)


def test_a_clock_set_back_hides_no_night(tmp_path: Path) -> None:
    later = NightFolder(tmp_path / "20990101-000000")
    later.write(PLAN, Note("x"))
    later.write(RECORD, Note("x"))
    killed = new_night(tmp_path)
    killed.write(PLAN, Note("y"))
    assert [night.id for night in nights(tmp_path)] == [later.id, killed.id]
    assert unfinished(tmp_path) == killed
    later.path.joinpath(RECORD).unlink()
    killed.write(RECORD, Note("y"))
    assert unfinished(tmp_path) == later


def test_what_kills_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    whole, never_planned = new_night(tmp_path), new_night(tmp_path)
    whole.write(PLAN, Note("x"))
    whole.write_rows("examples/s.jsonl", [Note("lesson")])
    (whole.path / "examples" / ".s.jsonl.x1y2").write_text("half a lesson")
    never_planned.write_rows("examples/s.jsonl", [Note("lesson")])
    whole.write("trained/s.json", Note("to go on from"))
    sweep(tmp_path)
    kept = [f"{whole.id}/{name}" for name in ("examples/s.jsonl", "plan.json", "trained/s.json")]
    assert files(tmp_path) == kept
    whole.write(RECORD, Note("over"))
    sweep(tmp_path)
    assert files(tmp_path) == [kept[0], f"{whole.id}/night.json", kept[1]]


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
