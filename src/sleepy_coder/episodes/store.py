"""Every attempt, kept in SQLite: write-ahead log, one transaction per episode, readable by the owner alone.

A kill or a power cut at any instant leaves whole episodes only. What is stored is stored as it was: scrubbing secrets
before the first write is the caller's part.
"""

import hashlib
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from sleepy_coder.durable import make_folder, storage_fault
from sleepy_coder.episodes.episode import Attempt, Episode, FailureGroup, Reported
from sleepy_coder.episodes.migrations import MIGRATIONS
from sleepy_coder.errors import Busy, SpaceProblem, StoreProblem
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import Edit, SourceTree

APPLICATION_ID = 0x5C0DE5  # marks the file as ours
_BUSY_SECONDS = 10.0
Run = Callable[..., sqlite3.Cursor]
_NOT_WRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}


class EpisodeStore:
    """The episodes in one file, made on first use; for one thread. Several processes may use the file at once.

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

    def __enter__(self) -> "EpisodeStore":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; what was added is safe without it."""
        self._connection.close()

    def add(self, episode: Episode) -> None:
        """Keep `episode`, whole or not at all. Raises ValueError for a taken id or an attempt on an unknown tree."""
        trees = {tree.digest: tree for tree in (episode.before, episode.after) if tree is not None}
        for number, attempt in enumerate(episode.attempts):
            if attempt.before_digest not in trees:
                raise ValueError(f"attempt {number} starts from a tree that neither episode nor earlier attempt holds")
            if attempt.after is not None:
                trees[attempt.after.digest] = attempt.after
        with self._translated(), self._transaction() as run:
            if run("SELECT 1 FROM episode WHERE id = ?", (episode.id,)).fetchone():
                raise ValueError(f"episode {episode.id} is stored already")
            for tree in trees.values():
                self._add_tree(tree)
            run(
                "INSERT INTO episode VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    episode.id, episode.started_at, episode.seconds, episode.origin, episode.subject, episode.model,
                    episode.model_digest, episode.library, episode.seed, episode.before.digest,
                    _digest(episode.after), str(episode.verdict),
                ),
            )  # fmt: skip
            for phase, errors in (("before", episode.errors), ("remaining", episode.remaining)):
                for ordinal, error in enumerate(errors):
                    run("INSERT INTO error VALUES (?, ?, ?, ?, ?, ?)", (episode.id, phase, ordinal, *_error_row(error)))
            for ordinal, attempt in enumerate(episode.attempts):
                run(
                    "INSERT INTO attempt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        episode.id, ordinal, int(attempt.stage), attempt.adapter, attempt.before_digest,
                        _digest(attempt.after), *_error_row(attempt.error), attempt.prompt_digest,
                        _encoded(attempt.edits), attempt.text, attempt.tokens, attempt.seconds, str(attempt.verdict),
                        attempt.evidence,
                    ),
                )  # fmt: skip

    def count(self) -> int:
        """How many episodes there are."""
        with self._translated():
            return int(self._run("SELECT count(*) FROM episode").fetchone()[0])

    def ids(self, since: float = 0.0) -> tuple[str, ...]:
        """Ids of the episodes that started at or after `since` (seconds since 1970), oldest first."""
        with self._translated():
            rows = self._run("SELECT id FROM episode WHERE started_at >= ? ORDER BY started_at, rowid", (since,))
            return tuple(row[0] for row in rows)

    def episodes(self, ids: Sequence[str]) -> tuple[Episode, ...]:
        """These episodes with all their attempts, in the order asked for; raises KeyError for an unknown id."""
        with self._translated():
            trees: dict[str, SourceTree] = {}
            return tuple(self._episode(episode_id, trees) for episode_id in ids)

    def failures(self, since: float = 0.0) -> tuple[FailureGroup, ...]:
        """What went wrong since then, by signature, the most frequent first.

        An episode counts once per signature among its remaining errors; where none remains and it is not FIXED all the
        same (its behaviour changed, say), among the errors it began with.
        """
        groups: dict[str, FailureGroup] = {}
        with self._translated():
            rows = self._run(
                """SELECT DISTINCT error.signature, error.code, episode.id, episode.started_at, episode.rowid
                   FROM episode JOIN error ON error.episode = episode.id
                   WHERE episode.verdict <> 'FIXED' AND episode.started_at >= ? AND error.phase = (
                       SELECT max(phase) FROM error AS other WHERE other.episode = episode.id)
                   ORDER BY episode.started_at, episode.rowid""",
                (since,),
            )
            for signature, code, episode_id, started_at, _ in rows:
                earlier = groups[signature].episodes if signature in groups else ()
                groups[signature] = FailureGroup(signature, code, (*earlier, episode_id), started_at)
        return tuple(sorted(groups.values(), key=lambda group: (-group.count, group.signature)))

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
            if code == sqlite3.SQLITE_FULL:
                raise SpaceProblem(f"no space left for {self.path}: free some, everything stored is intact") from error
            if code in _NOT_WRITABLE:
                raise SpaceProblem(f"{self.path} may not be written: check its folder or SLEEPY_CODER_HOME") from error
            if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise Busy(
                    f"another process is writing to {self.path}: run the command again when it is done"
                ) from error
            raise StoreProblem(f"{self.path} cannot be used as an episode store: {error}") from error

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

    def _episode(self, episode_id: str, trees: dict[str, SourceTree]) -> Episode:
        row = self._run("SELECT * FROM episode WHERE id = ?", (episode_id,)).fetchone()
        if row is None:
            raise KeyError(episode_id)
        *plain, before, after, verdict = row
        errors: dict[str, list[Reported]] = {"before": [], "remaining": []}
        for phase, signature, diagnostic in self._run(
            "SELECT phase, signature, diagnostic FROM error WHERE episode = ? ORDER BY ordinal", (episode_id,)
        ):
            errors[phase].append(Reported(signature, msgspec.json.decode(diagnostic, type=Diagnostic)))
        attempts = self._run(
            """SELECT stage, adapter, before, after, signature, diagnostic, prompt_digest, edits, answer, tokens,
               seconds, verdict, evidence FROM attempt WHERE episode = ? ORDER BY ordinal""",
            (episode_id,),
        )
        values = (
            *plain,
            self._tree(before, trees),
            None if after is None else self._tree(after, trees),
            verdict,
            tuple(errors["before"]),
            tuple(errors["remaining"]),
            tuple(self._attempt(attempt, trees) for attempt in attempts.fetchall()),
        )
        return Episode(*values)

    def _attempt(self, row: Sequence[Any], trees: dict[str, SourceTree]) -> Attempt:
        stage, adapter, before, after, signature, diagnostic, prompt_digest, edits, *rest = row
        return Attempt(
            stage,
            adapter,
            before,
            None if after is None else self._tree(after, trees),
            Reported(signature, msgspec.json.decode(diagnostic, type=Diagnostic)),
            prompt_digest,
            msgspec.json.decode(edits, type=tuple[Edit, ...]),
            *rest,
        )


def _digest(tree: SourceTree | None) -> str | None:
    return None if tree is None else tree.digest


def _error_row(error: Reported) -> tuple[str | None, str, str]:
    return error.diagnostic.code, error.signature, _encoded(error.diagnostic)


def _encoded(value: object) -> str:
    return msgspec.json.encode(value).decode()
