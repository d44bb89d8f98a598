"""Episodes come back as they went in, whole or not at all, from a file that nobody else can read."""

import errno
import os
import resource
import signal
import sqlite3
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from sleepy_coder.episodes import database, migrations, store
from sleepy_coder.episodes.episode import Attempt, Episode, Repair, Reported, new_episode_id
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.errors import Busy, SpaceProblem, StoreProblem
from sleepy_coder.rust.diagnostic import Child, Diagnostic, Span
from sleepy_coder.rust.source import Edit, SourceTree

SPAN = Span("main.rs", 4, 9, 1, 1, 5, 10, True, "möglich ↯", None, None, "x += 1", False)
BROKEN = SourceTree({"main.rs": "fn main() { let x = 1; x += 1; }\r\n", "b.rs": "\ufeff// ß\n"})
FIXED = SourceTree({"main.rs": "fn main() { let mut x = 1; x += 1; }\r\n", "b.rs": "\ufeff// ß\n"})


def reported(code: str | None = "E0384", shape: str = "cannot assign twice") -> Reported:
    diagnostic = Diagnostic(code, "error", shape, (SPAN,), (Child("help", "make it mutable", (SPAN,)),), "error[E0384]")
    return Reported(f"{code or 'parse'}|{shape}", diagnostic)


def attempt(before: SourceTree = BROKEN, after: SourceTree | None = FIXED, verdict: str = "FIXED") -> Attempt:
    edits = (Edit("main.rs", 1, 1, "let x", "let mut x"),)
    return Attempt(
        1, "skill-7", before.digest, after, reported(), "feed", edits, "1|let x|let mut x", 9, 0.25, verdict, "green"
    )


def episode(
    verdict: str = "FIXED", remaining: tuple[Reported, ...] = (), at: float = 1000.0, **fields: object
) -> Episode:
    made = Episode(
        id=new_episode_id(),
        started_at=at,
        seconds=1.5,
        origin="suite:tiny",
        subject="mut-1",
        model="embedded",
        model_digest="aa",
        library="0123456789abcdef",
        seed=3,
        before=BROKEN,
        after=FIXED,
        verdict=verdict,
        errors=(reported(),),
        remaining=remaining,
        attempts=(attempt(after=None, verdict="UNPARSEABLE"), attempt()),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "episodes.db"


def test_an_episode_comes_back_equal(path: Path) -> None:
    one, two = episode(), episode(library=None, after=None, attempts=())
    with EpisodeStore(path) as opened:
        opened.add(one)
        opened.add(two)
    with EpisodeStore(path) as opened:
        assert opened.episodes([two.id, one.id]) == (two, one)
        assert opened.count() == 2 and opened.ids() == (one.id, two.id)
        assert opened.ids(since=1000.1) == ()


def test_an_attempt_may_start_from_an_earlier_attempts_tree(path: Path) -> None:
    middle = SourceTree({"main.rs": "fn main() {}"})
    chained = episode(attempts=(attempt(after=middle, verdict="ADVANCED"), attempt(before=middle)))
    with EpisodeStore(path) as opened:
        opened.add(chained)
        assert opened.episodes([chained.id]) == (chained,)
        with pytest.raises(ValueError, match="attempt 0 starts"):
            opened.add(episode(attempts=(attempt(before=middle),)))
        with pytest.raises(ValueError, match="already"):
            opened.add(chained)
        with pytest.raises(KeyError):
            opened.episodes(["nobody"])
        assert opened.count() == 1


def test_sources_are_stored_once(path: Path) -> None:
    with EpisodeStore(path) as opened:
        for _ in range(20):
            opened.add(episode())
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM blob").fetchone() == (3,)
    connection.close()


def test_failures_are_grouped_by_signature_and_the_most_frequent_comes_first(path: Path) -> None:
    moved, parse = reported("E0382", "moved"), reported(None, "expected `;`")
    with EpisodeStore(path) as opened:
        stored = [
            episode("BROKEN", (moved, moved), at=10.0, before=tree("one"), attempts=()),
            episode("BROKEN", (moved, parse), at=20.0, before=tree("two"), attempts=()),
            episode("FIXED", (), at=30.0),
            episode("ADVANCED", (moved,), at=40.0, before=tree("three"), attempts=()),
            episode("BEHAVIOUR_CHANGED", (), at=50.0),
        ]
        for one in stored:
            opened.add(one)
        first, second, third = opened.failures()
        assert (first.signature, first.code, first.count) == (moved.signature, "E0382", 3)
        assert first.episodes == (stored[0].id, stored[1].id, stored[3].id)
        assert (second.signature, second.episodes) == (reported().signature, (stored[4].id,))
        assert (third.signature, third.code, third.episodes) == (parse.signature, None, (stored[1].id,))
        assert [group.count for group in opened.failures(since=20.0)] == [2, 1, 1]
        assert [group.count for group in opened.failures(until=20.1)] == [2, 1]
        assert opened.failures(since=50.1) == ()


def test_who_looks_again_at_one_error_has_not_failed_again(path: Path) -> None:
    moved, parse = reported("E0382", "moved"), reported(None, "expected `;`")
    again = [episode("BROKEN", (moved,), at=float(number)) for number in range(1, 6)]
    later = episode("BROKEN", (moved, parse), at=6.0, before=tree("edited"), attempts=())
    with EpisodeStore(path) as opened:
        for one in (*again, later):
            opened.add(one)
        first, second = opened.failures()
        assert (first.signature, first.count, second.count) == (moved.signature, 2, 1)
        assert first.episodes == tuple(one.id for one in (*again, later))
        assert opened.failures(since=5.0)[0].count == 2
        assert opened.failures(taught={moved.signature: 5.5})[0].count == 1


def test_what_came_in_the_place_of_an_error_that_its_owner_mended_alone_is_no_failure(path: Path) -> None:
    first, mine, theirs = reported("E0107", "missing generics"), reported("E0308", "mismatched"), reported()
    came = (mine, reported("E0277", "not a future"))
    spoilt = episode("ADVANCED", came, errors=(first,), attempts=(attempt(verdict="ADVANCED"),))
    both = episode("ADVANCED", (mine, theirs), errors=(first, theirs), at=2000.0)
    with EpisodeStore(path) as opened:
        opened.add(spoilt)
        opened.add(both)
        keys = [one.signature for one in came]
        assert {group.signature for group in opened.failures(until=1500.0)} == set(keys)
        assert list(opened.mended(lambda key: True, 1500.0)) == []
        for verdict in ("BROKEN", "ADVANCED", "FIXED"):  # of these only the last proves it
            assert {group.signature for group in opened.failures(until=1500.0)} == set(keys)
            opened.add_repair(Repair(spoilt.id, 1.0, verdict, first, BROKEN, tree(verdict), verdict))
        assert [(group.signature, group.code) for group in opened.failures(until=1500.0)] == [
            (first.signature, "E0107")
        ]
        opened.add_repair(Repair(both.id, 1.0, "watch", first, BROKEN, FIXED, "FIXED"))
        assert {group.signature for group in opened.failures(since=1500.0)} == {first.signature, theirs.signature}


def tree(text: str) -> SourceTree:
    return SourceTree({"main.rs": f"// {text}\n"})


def test_repairs_to_learn_from_are_the_accepted_ones_of_a_signature_newest_first(path: Path) -> None:
    kind, other = reported(), reported("E0308", "mismatched types")
    trees = [SourceTree({"main.rs": f"fn main() {{ {number} }}"}) for number in range(5)]
    cases = [(1.0, kind, "FIXED"), (3.0, kind, "ADVANCED"), (2.0, kind, "CHEATED"), (4.0, other, "FIXED")]
    with EpisodeStore(path) as opened:
        one = episode(origin="crate:/a")
        opened.add(one)
        for (at, error, verdict), tree in zip(cases, trees, strict=False):
            opened.add_repair(Repair(one.id, at, "watch", error, BROKEN, tree, verdict))

        def at(until: float) -> list[tuple[str, float]]:
            return [(origin, repair.at) for origin, repair in opened.repaired(kind.signature.__eq__, until)]

        assert at(9.0) == [("crate:/a", 3.0), ("crate:/a", 1.0)] and at(2.5) == [("crate:/a", 1.0)]
        assert {repair for _, repair in opened.repaired(kind.signature.__eq__, 9.0)} <= set(opened.repairs())


def test_files_are_the_owners_alone_even_if_they_were_not(path: Path) -> None:
    path.parent.mkdir()
    path.touch(0o644)
    with EpisodeStore(path) as opened:
        opened.add(episode())
        files = sorted(path.parent.iterdir())
        assert [file.name for file in files] == ["episodes.db", "episodes.db-shm", "episodes.db-wal"]
        assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)


def test_a_newer_schema_is_refused_and_left_untouched(path: Path) -> None:
    with EpisodeStore(path) as opened:
        opened.add(episode())
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(migrations.MIGRATIONS) + 1}")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    content = path.read_bytes()
    with pytest.raises(StoreProblem, match="newer sleepy-coder"):
        EpisodeStore(path)
    assert path.read_bytes() == content


def test_a_later_migration_keeps_what_is_stored(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = episode()
    with EpisodeStore(path) as opened:
        opened.add(kept)
    step = ("CREATE TABLE note (episode TEXT REFERENCES episode, words TEXT)",)
    monkeypatch.setattr(database, "MIGRATIONS", (*migrations.MIGRATIONS, step))
    with EpisodeStore(path) as opened:
        assert opened.episodes([kept.id]) == (kept,)
    monkeypatch.undo()
    with pytest.raises(StoreProblem, match="newer"):
        EpisodeStore(path)


def test_a_failing_migration_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    EpisodeStore(path).close()
    step = ("CREATE TABLE note (words TEXT)", "CREATE TABLE note (words TEXT)")
    monkeypatch.setattr(database, "MIGRATIONS", (*migrations.MIGRATIONS, step))
    with pytest.raises(StoreProblem):
        EpisodeStore(path)
    monkeypatch.undo()
    with EpisodeStore(path) as opened:
        opened.add(episode())


@pytest.mark.parametrize("content", [b"this is no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4096])
def test_what_is_no_store_is_refused_and_left_untouched(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(StoreProblem):
        EpisodeStore(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(path: Path) -> None:
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    with pytest.raises(StoreProblem, match="another program"):
        EpisodeStore(path)


def test_a_full_disk_loses_nothing_that_is_stored(path: Path) -> None:
    kept = episode()
    with EpisodeStore(path) as opened:
        opened.add(kept)
        pages = opened._connection.execute("PRAGMA page_count").fetchone()[0]
        opened._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        noise = "".join(f"// {int.from_bytes(os.urandom(5))} {int.from_bytes(os.urandom(5))}\n" for _ in range(6000))
        big = SourceTree({"main.rs": noise})
        with pytest.raises(SpaceProblem, match="no space left"):
            opened.add(episode(before=big, attempts=()))
        assert opened.episodes(opened.ids()) == (kept,)
        opened._connection.execute("PRAGMA max_page_count = 1000000")
        opened.add(episode(before=big, attempts=()))
        assert opened.count() == 2


def test_a_store_beside_which_sqlite_can_write_nothing_is_not_told_to_be_damaged(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with EpisodeStore(path) as opened:
        opened.add(episode())
    content, before = path.read_bytes(), resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, before[1]))  # less than the index of the write-ahead log
    try:
        with pytest.raises(StoreProblem, match="check its disk"):
            EpisodeStore(path)
        monkeypatch.setattr(database, "_free_bytes", lambda path: 0)
        with pytest.raises(SpaceProblem, match=r"no space left for .* everything stored is intact"):
            EpisodeStore(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert path.read_bytes() == content


def test_a_read_only_place_is_a_space_problem(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    EpisodeStore(path).close()
    with EpisodeStore(path) as opened:
        opened._connection.execute("PRAGMA query_only = ON")
        with pytest.raises(SpaceProblem, match="may not be written"):
            opened.add(episode())

    def read_only(*_: object) -> int:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "open", read_only)
    with pytest.raises(SpaceProblem, match="may not be written"):
        EpisodeStore(path)


def test_a_writer_that_never_ends_is_busy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    EpisodeStore(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.05)
    with EpisodeStore(path) as opened, pytest.raises(Busy, match="another process"):
        opened.add(episode())
    other.close()


def test_ctrl_c_in_the_middle_keeps_nothing_of_that_episode(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with EpisodeStore(path) as opened:
        opened.add(episode())

        def interrupted(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(store, "attempt_row", interrupted)
        with pytest.raises(KeyboardInterrupt):
            opened.add(episode())
        monkeypatch.undo()
        assert opened.count() == 1
        opened.add(episode())
    assert count_rows(path, "attempt") == 4


def test_a_killed_writer_leaves_whole_episodes(path: Path) -> None:
    EpisodeStore(path).close()
    for delay in (0.02, 0.05, 0.09):
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            with EpisodeStore(path) as opened:
                os.write(write, b"x")
                while True:
                    opened.add(episode())
        os.read(read, 1)
        signal.sigtimedwait([], delay)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(read)
        os.close(write)
    with EpisodeStore(path) as opened:
        stored = opened.episodes(opened.ids())
        assert stored and all(len(one.attempts) == 2 and one.before == BROKEN for one in stored)
        opened.add(episode())
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def count_rows(path: Path, table: str) -> int:
    connection = sqlite3.connect(path)
    count = int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    connection.close()
    return count


def test_outcomes_count_who_mended_a_signature_and_under_which_library(path: Path) -> None:
    base = replace(attempt(verdict="BROKEN"), stage=2, adapter=None)
    suggestion = replace(attempt(), stage=0, adapter=None)
    with EpisodeStore(path) as opened:
        opened.add(episode())  # two candidates of one question, of which one is right
        opened.add(episode(attempts=(suggestion, attempt(verdict="BROKEN"), base)))
        opened.add(episode(library="another", attempts=(attempt(verdict="ADVANCED"),)))
        found = {(group.skill, group.library): (group.asked, group.mended) for group in opened.outcomes()}
    own = "0123456789abcdef"
    assert found == {("skill-7", own): (2, 1), (None, own): (1, 0), ("skill-7", "another"): (1, 1)}
