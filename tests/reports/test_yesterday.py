"""Counting a day's episodes."""

from dataclasses import replace
from pathlib import Path

from sleepy_coder.episodes.episode import Attempt, Episode, Reported
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.reports.yesterday import Failure, Yesterday, yesterday
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import SourceTree

BEFORE = SourceTree({"main.rs": "fn main() { let a: i32 = *1; }\n"})
ERROR = Reported("E0614|type `integer` cannot be dereferenced", Diagnostic("E0614", "error", "m", (), (), "m"))


def episode(identifier: str, started: float, stage: int | None) -> Episode:
    """FIXED by `stage`, or left broken."""
    verdict = "BROKEN" if stage is None else "FIXED"
    attempt = Attempt(stage or 0, None, BEFORE.digest, None, ERROR, None, (), "", 7, 0.1, verdict, "")
    left = (ERROR,) if stage is None else ()
    return Episode(
        identifier, started, 1.0, "suite:x", "t", "m", "d", None, 0, BEFORE, None, verdict, (ERROR,), left, (attempt,)
    )


def summary(folder: Path, *episodes: Episode) -> Yesterday:
    with EpisodeStore(folder / "episodes.db") as store:
        for one in episodes:
            store.add(one)
        return yesterday(store, since=0.0, until=9.0)


def test_wins_are_counted_by_the_stage_that_fixed(tmp_path: Path) -> None:
    found = summary(tmp_path, episode("a", 1, 0), episode("b", 2, 2), episode("c", 3, None))
    assert (found.episodes, found.fixed, found.tokens) == (3, 2, 21)
    assert found.wins == {"compiler suggestions": 1, "specialists": 0, "base model": 1}
    assert found.failures == (Failure(ERROR.signature, 1),)


def test_a_program_that_compiles_but_behaves_wrongly_fails_under_its_first_error(tmp_path: Path) -> None:
    wrong = replace(episode("a", 1, None), remaining=(), verdict="BEHAVIOUR_CHANGED")
    assert summary(tmp_path, wrong).failures == (Failure(ERROR.signature, 1),)


def test_only_the_asked_day_is_counted(tmp_path: Path) -> None:
    with EpisodeStore(tmp_path / "episodes.db") as store:
        for number, started in enumerate((5.0, 10.0, 15.0, 20.0)):
            before = SourceTree({"main.rs": f"fn main() {{ *{number} }}\n"})
            store.add(replace(episode(str(number), started, None), before=before, attempts=()))
        found = yesterday(store, since=10.0, until=20.0)
        assert (found.episodes, found.failures) == (2, (Failure(ERROR.signature, 2),))
