"""The report of a night from all that is stored: its record, the nights before it, and the day that led to it."""

from datetime import datetime
from pathlib import Path

from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.paths import Paths
from sleepy_coder.registry.night_record import NightRecord
from sleepy_coder.reports.morning import Morning, morning
from sleepy_coder.reports.page import write_page
from sleepy_coder.reports.recorded import PAGE, recorded
from sleepy_coder.reports.yesterday import Yesterday, yesterday


def stored_report(paths: Paths, night: NightRecord) -> Morning:
    """Raises what the episode store raises, StoreProblem for a damaged record."""
    nights = recorded(paths.nights)
    return morning(night, nights, _day_before(paths, night, nights))


def write_report(paths: Paths, report: Morning) -> Path:
    """The page of a night, written beside its record."""
    target = paths.nights / report.night.id / PAGE
    write_page(report, target)
    return target


def _day_before(paths: Paths, night: NightRecord, nights: tuple[NightRecord, ...]) -> Yesterday | None:
    """The episodes between the night before and this one; None where the store is gone. A retrial, which learns nothing
    and runs just before a night that does, ends no day."""
    if not paths.episodes_db.exists():
        return None
    until = _started(night)
    before = [_started(other) for other in nights if not other.retrial]
    since = max((start for start in before if start < until), default=0.0)
    with EpisodeStore(paths.episodes_db) as store:
        return yesterday(store, since, until)


def _started(night: NightRecord) -> float:
    return datetime.fromisoformat(night.started).timestamp()
