"""The SQLite file that episodes live in: opened for one owner, migrated, written in whole transactions."""

import hashlib
import os
import shutil
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sleepy_coder.durable import OTHER_HOME, make_folder, storage_fault
from sleepy_coder.episodes.migrations import MIGRATIONS
from sleepy_coder.errors import Busy, SpaceProblem, StoreProblem
from sleepy_coder.rust.source import SourceTree

APPLICATION_ID = 0x5C0DE5  # marks the file as ours
_BUSY_SECONDS = 10.0
_LEAST_BYTES = 256 * 1024  # that SQLite needs free beside the store, and some
Run = Callable[..., sqlite3.Cursor]
_NOT_WRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}


def _free_bytes(path: Path) -> int:
    return shutil.disk_usage(path.parent).free


class Database:
    """One file, made on first use; for one thread. Several processes may use the file at once.

    Every method raises SpaceProblem (disk full, not writable), StoreProblem (not a store, damaged, or written by a
    newer version) or Busy (another process writes for longer than ten seconds).
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        make_folder(path.parent)
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                if os.fstat(descriptor).st_mode & 0o077:
                    os.fchmod(descriptor, 0o600)
            finally:
                os.close(descriptor)
        except OSError as error:
            raise storage_fault(error, path) from error
        with self._translated():
            self._connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            with self._translated():
                self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; what was added is safe without it."""
        self._connection.close()

    def _prepare(self) -> None:
        application, version = (
            int(self._run(f"PRAGMA {name}").fetchone()[0]) for name in ("application_id", "user_version")
        )
        empty = self._run("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        if application != APPLICATION_ID and not (empty and application == 0):
            raise StoreProblem(f"{self.path} is a database of another program: move it away or set SLEEPY_CODER_HOME")
        if version > len(MIGRATIONS):
            raise StoreProblem(
                f"{self.path} was written by a newer sleepy-coder (schema {version}; this one knows "
                f"{len(MIGRATIONS)}): update it, or point SLEEPY_CODER_HOME to another folder"
            )
        self._run("PRAGMA foreign_keys = ON")
        self._run("PRAGMA journal_mode = WAL")
        self._run("PRAGMA synchronous = FULL")
        if version < len(MIGRATIONS):
            with self._transaction() as run:
                version = int(run("PRAGMA user_version").fetchone()[0])  # another process may have been quicker
                for statement in (statement for step in MIGRATIONS[version:] for statement in step):
                    run(statement)
                run(f"PRAGMA application_id = {APPLICATION_ID}")
                run(f"PRAGMA user_version = {len(MIGRATIONS)}")

    def _run(self, statement: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        return self._connection.execute(statement, values)

    @contextmanager
    def _transaction(self) -> Iterator[Run]:
        self._run("BEGIN IMMEDIATE")
        try:
            yield self._run
            self._run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:  # SQLite itself ends it when the disk is full
                self._run("ROLLBACK")
            raise

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            # SQLite calls it an I/O error where the disk is too full for the files beside the store
            if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _free_bytes(self.path) < _LEAST_BYTES):
                raise SpaceProblem(f"no space left for {self.path}: free some, everything stored is intact") from error
            if code in _NOT_WRITABLE:
                raise SpaceProblem(f"{self.path} may not be written: check its folder or SLEEPY_CODER_HOME") from error
            if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise Busy(
                    f"another process is writing to {self.path}: run the command again when it is done"
                ) from error
            if code == sqlite3.SQLITE_IOERR:  # nothing says that the store itself is damaged
                raise StoreProblem(
                    f"{self.path} cannot be read or written ({error}): check its disk, or {OTHER_HOME}"
                ) from error
            raise StoreProblem(
                f"{self.path} cannot be used as an episode store ({error}): move it away, and a new one is begun"
            ) from error

    def _add_tree(self, tree: SourceTree) -> None:
        if self._run("SELECT 1 FROM tree WHERE digest = ?", (tree.digest,)).fetchone():
            return
        self._run("INSERT INTO tree VALUES (?, ?, ?)", (tree.digest, tree.edition, tree.crate_type))
        for name, text in tree.files.items():
            content = text.encode()
            digest = hashlib.sha256(content).hexdigest()
            self._run("INSERT OR IGNORE INTO blob VALUES (?, ?)", (digest, zlib.compress(content)))
            self._run("INSERT INTO tree_file VALUES (?, ?, ?)", (tree.digest, name, digest))

    def _tree(self, digest: str, trees: dict[str, SourceTree]) -> SourceTree:
        if digest not in trees:
            edition, crate_type = self._run(
                "SELECT edition, crate_type FROM tree WHERE digest = ?", (digest,)
            ).fetchone()
            rows = self._run(
                "SELECT name, content FROM tree_file JOIN blob ON blob = blob.digest WHERE tree = ?", (digest,)
            )
            files = {name: zlib.decompress(content).decode() for name, content in rows}
            trees[digest] = SourceTree(files, edition, crate_type)
        return trees[digest]
