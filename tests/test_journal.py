"""Work that was cut short goes on where it stopped, and never in a file about something else."""

import errno
import os
from pathlib import Path

import msgspec
import pytest

from sleepy_coder.errors import SpaceProblem, UsageError
from sleepy_coder.journal import Journal


class Row(msgspec.Struct, frozen=True):
    name: str
    value: float = 0.0


HEADER = {"schema": "rows/1", "library": None, "seed": 3}


def test_rows_come_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "rows.jsonl"
    journal = Journal(path, HEADER, Row)
    journal.append([Row("a", 0.5), Row("ß\n")])
    journal.append([Row("c")])
    assert journal.rows == Journal(path, HEADER, Row).rows == (Row("a", 0.5), Row("ß\n"), Row("c"))


def test_any_cut_keeps_the_whole_rows_before_it_and_can_go_on(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    Journal(path, HEADER, Row).append([Row("a"), Row("b")])
    content = path.read_bytes()
    header_end = content.index(b"\n") + 1
    for cut in range(header_end, len(content)):
        path.write_bytes(content[:cut])
        journal = Journal(path, HEADER, Row)
        kept = content[header_end:cut].count(b"\n")
        assert len(journal.rows) == kept
        journal.append([Row("z")])
        assert len(Journal(path, HEADER, Row).rows) == kept + 1


def test_a_file_about_something_else_is_refused_with_the_key_that_differs(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    Journal(path, HEADER, Row).append([Row("a")])
    content = path.read_bytes()
    for other, key in (
        ({**HEADER, "seed": 4}, "seed"),
        ({**HEADER, "model": "x"}, "model"),
        ({"schema": "rows/1"}, "seed"),
    ):
        with pytest.raises(UsageError, match=rf"rows\.jsonl was begun with {key}|begun with library"):
            Journal(path, other, Row)
    for nonsense in (b"no journal\n", b"[1]\n", content + b'{"value": 1}\n'):
        path.write_bytes(nonsense)
        with pytest.raises(UsageError, match=r"rows\.jsonl"):
            Journal(path, HEADER, Row)
        assert path.read_bytes() == nonsense


def test_a_full_disk_is_a_space_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal(tmp_path / "rows.jsonl", HEADER, Row)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SpaceProblem):
        journal.append([Row("a")])
    monkeypatch.undo()
    journal.append([Row("b")])
    assert Journal(journal.path, HEADER, Row).rows == (Row("b"),)


def test_a_file_that_was_moved_away_while_open_begins_anew(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "rows.jsonl", HEADER, Row)
    journal.append([Row("a")])
    journal.path.rename(tmp_path / "used.jsonl")
    journal.append([Row("b")])
    assert Journal(journal.path, HEADER, Row).rows == (Row("b"),)
