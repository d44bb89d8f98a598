"""What the compiler said before, so that it need not be asked again: one SQLite file that may be deleted at any time.

A cache never fails a run: a damaged file is begun anew, and what cannot be written is computed again next time.
"""

import contextlib
import sqlite3
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import msgspec

from sleepy_coder.durable import make_folder

T = TypeVar("T")
_TABLE = "CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"


class Cache:
    """Values by key, for one thread; a path of None keeps them in memory. Raises SpaceProblem if it gets no folder."""

    def __init__(self, path: Path | None) -> None:
        if path is not None:
            make_folder(path.parent)
        try:
            self._connection = _opened(path)
        except sqlite3.Error:
            self._connection = _begun_anew(path)

    def __enter__(self) -> "Cache":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def get(self, key: str) -> bytes | None:
        """The value kept under `key`, if any."""
        try:
            row = self._connection.execute("SELECT value FROM entry WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            return None
        return None if row is None else bytes(row[0])

    def put(self, key: str, value: bytes) -> None:
        """Keep `value` under `key`, if the disk lets us."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("INSERT OR REPLACE INTO entry VALUES (?, ?)", (key, value))

    def read(self, key: str, kind: type[T]) -> T | None:
        """The value of a kind that `write` has kept; None also for what is damaged."""
        content = self.get(key)
        try:
            return None if content is None else msgspec.json.decode(content, type=kind)
        except msgspec.MsgspecError:
            return None

    def write(self, key: str, value: object) -> None:
        """Keep a value as JSON."""
        self.put(key, msgspec.json.encode(value))


def _opened(path: Path | None) -> sqlite3.Connection:
    connection = sqlite3.connect(path or ":memory:", isolation_level=None, timeout=10)
    try:
        if path is not None:
            path.chmod(0o600)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(_TABLE)
    except (sqlite3.Error, OSError):
        connection.close()
        raise
    return connection


def _begun_anew(path: Path | None) -> sqlite3.Connection:
    try:
        for suffix in ("", "-wal", "-shm"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)
        return _opened(path)
    except (sqlite3.Error, OSError):
        return _opened(None)
