"""A night's folder: whole files, the unfinished night, the time of the last one."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from sleepy_coder.errors import StoreProblem
from sleepy_coder.registry.nights import PLAN, RECORD, last_night_at, new_night, nights, unfinished


@dataclass(frozen=True)
class Note:
    started: str


def test_only_the_last_night_without_a_record_is_unfinished(tmp_path: Path) -> None:
    assert unfinished(tmp_path / "nights") is None
    first = new_night(tmp_path)
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


def test_the_last_night_is_the_last_one_with_a_record(tmp_path: Path) -> None:
    assert last_night_at(tmp_path) == 0.0
    night = new_night(tmp_path)
    night.write(PLAN, Note("x"))
    assert last_night_at(tmp_path) == 0.0
    night.write(RECORD, Note("1970-01-01T00:01:00+00:00"))
    assert last_night_at(tmp_path) == 60.0


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
