"""Finding the record of a night."""

from pathlib import Path

import msgspec
import pytest

from sleepy_coder.errors import UsageError
from sleepy_coder.registry.nights import PLAN, RECORD, NightFolder
from sleepy_coder.reports.recorded import chosen, recorded


def keep(folder: Path, *nights: object) -> None:
    for night in nights:
        place = NightFolder(folder / night.id)  # type: ignore[attr-defined]
        place.write(PLAN, {})
        place.write(RECORD, night)


def test_a_stored_night_is_read_as_it_was_written(make_night, tmp_path: Path) -> None:
    night = make_night(lose=1)
    keep(tmp_path, night)
    assert recorded(tmp_path) == (msgspec.json.decode(msgspec.json.encode(night), type=type(night)),)


def test_an_unfinished_night_is_passed_over(make_night, tmp_path: Path) -> None:
    keep(tmp_path, make_night(1))
    NightFolder(tmp_path / "2026-12-01").write(PLAN, {})
    assert [night.number for night in recorded(tmp_path)] == [1]


def test_nights_are_found_by_number_id_and_beginning(make_night, tmp_path: Path) -> None:
    nights = (make_night(1), make_night(2))
    assert chosen(nights, None) == nights[1]
    assert chosen(nights, "1") == nights[0]
    assert chosen(nights, "2026-11-21") == nights[0]
    for unclear in ("2026", "7"):
        with pytest.raises(UsageError):
            chosen(nights, unclear)
    with pytest.raises(UsageError, match="no night"):
        chosen((), None)
