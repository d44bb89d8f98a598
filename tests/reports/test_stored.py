"""A night's report from all that is stored."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sleepy_coder.episodes.episode import Episode
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.paths import find_paths
from sleepy_coder.registry.nights import PLAN, RECORD, NightFolder
from sleepy_coder.reports.stored import stored_report
from sleepy_coder.rust.source import SourceTree


def test_the_day_before_a_night_began_at_the_last_night_that_was_no_retrial(tmp_path: Path, make_night) -> None:
    paths = find_paths({"SLEEPY_CODER_HOME": str(tmp_path)})
    first = make_night(1)
    retrial = replace(make_night(2), retrial=True, skills=(), started="2026-11-22T02:00:00+00:00")
    last = replace(make_night(3), started="2026-11-22T02:03:00+00:00")
    for night in (first, retrial, last):
        folder = NightFolder(paths.nights / night.id)
        folder.write(PLAN, {})
        folder.write(RECORD, night)
    noon = datetime.fromisoformat("2026-11-21T12:00:00+00:00").timestamp()
    tree = SourceTree({"main.rs": "fn main() {}\n"})
    episode = Episode("e", noon, 1.0, "suite:x", "t", "m", "d", None, 0, tree, tree, "FIXED", (), (), ())
    with EpisodeStore(paths.episodes_db) as store:
        store.add(episode)
    for night in (retrial, last):
        day = stored_report(paths, night).day
        assert day is not None and day.episodes == 1
