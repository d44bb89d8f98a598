"""`report [NIGHT]`: the morning report of a night as text, JSON or one HTML file."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.output import Json, note, print_json
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.registry.night_record import NightRecord
from sleepy_coder.reports.morning import Morning, morning
from sleepy_coder.reports.page import write_page
from sleepy_coder.reports.recorded import PAGE, chosen, recorded
from sleepy_coder.reports.text import console, morning_text
from sleepy_coder.reports.yesterday import Yesterday, yesterday
from sleepy_coder.settings import Paths, find_paths

app = one_command()


@app.command()
def report(
    night: Annotated[
        str | None, typer.Argument(metavar="NIGHT", help="A night's number or id; the last one if left out.")
    ] = None,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write one self-contained page.")] = None,
    as_json: Json = False,
) -> None:
    """Show what a night learned, what it decided and why."""
    paths = find_paths()
    found = report_of(paths, chosen(recorded(paths.nights), night))
    if html is not None:
        write_page(found, html)
        note(f"wrote {html}")
    if as_json:
        print_json("report", found.to_json())
    elif html is None:
        console().print(morning_text(found))


def report_of(paths: Paths, night: NightRecord) -> Morning:
    """The report of one night, with all earlier nights and with the day that led to it."""
    nights = recorded(paths.nights)
    return morning(night, nights, _day_before(paths, night, nights))


def write_report(paths: Paths, night: NightRecord) -> Path:
    """The page of a night, written beside its record."""
    target = paths.nights / night.id / PAGE
    write_page(report_of(paths, night), target)
    return target


def _day_before(paths: Paths, night: NightRecord, nights: tuple[NightRecord, ...]) -> Yesterday | None:
    """The episodes between the night before and this one; None where the store is gone."""
    if not paths.episodes_db.exists():
        return None
    starts = [datetime.fromisoformat(other.started).timestamp() for other in (*nights, night)]
    until = datetime.fromisoformat(night.started).timestamp()
    with EpisodeStore(paths.episodes_db) as store:
        return yesterday(store, max((start for start in starts if start < until), default=0.0), until)
