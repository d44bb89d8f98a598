"""A JSONL file that grows as work is done, so that work cut short goes on where it stopped.

The first line says what the rows are about; a file about something else is refused. A row that a kill cut short is
dropped when the file is opened again.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from sleepy_coder.durable import append_whole, make_folder, storage_fault, write_atomically
from sleepy_coder.errors import UsageError

Row = TypeVar("Row", bound=msgspec.Struct)


class Journal(Generic[Row]):
    """The rows of type `row` in the file at `path`, which is made if it is not there.

    Raises UsageError, naming file and key, when the file's first line differs from `header`; SpaceProblem or
    StoreProblem when it cannot be read or written.
    """

    def __init__(self, path: Path, header: Mapping[str, Any], row: type[Row]) -> None:
        self.path = path
        self._rows: list[Row] = []
        make_folder(path.parent)
        expected = msgspec.to_builtins(dict(header))
        self._head = msgspec.json.encode(expected) + b"\n"
        if not path.exists() or path.stat().st_size == 0:
            write_atomically(path, self._head)
            return
        try:
            content = path.read_bytes()
            whole = content[: content.rfind(b"\n") + 1]
            if whole != content:
                os.truncate(path, len(whole))
        except OSError as error:
            raise storage_fault(error, path) from error
        first, *lines = whole.splitlines() or [b""]
        _check_header(path, first, expected)
        decoder = msgspec.json.Decoder(row)
        for number, line in enumerate(lines, start=2):
            try:
                self._rows.append(decoder.decode(line))
            except msgspec.MsgspecError as error:
                raise UsageError(f"{path}, line {number} is not what this command writes: {error}") from error

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, oldest first."""
        return tuple(self._rows)

    def append(self, rows: Sequence[Row]) -> None:
        """Add rows, all or none of them, and wait until they are on the disk."""
        lines = b"".join(msgspec.json.encode(row) + b"\n" for row in rows)
        try:
            with self.path.open("ab") as file:
                # whoever uses the rows up may have moved the file away since it was opened here
                append_whole(file.fileno(), lines if file.tell() else self._head + lines)
        except OSError as error:
            raise storage_fault(error, self.path) from error
        self._rows += rows


def _check_header(path: Path, line: bytes, expected: Mapping[str, Any]) -> None:
    try:
        found = msgspec.json.decode(line, type=dict[str, Any])
    except msgspec.MsgspecError as error:
        raise UsageError(f"{path} is not a file that this command writes: choose another one") from error
    for key in (*expected, *found):
        if found.get(key) != expected.get(key):
            begun = f"{path} was begun with {key} {found.get(key)!r}"
            raise UsageError(f"{begun}, this run has {expected.get(key)!r}: choose another file")
