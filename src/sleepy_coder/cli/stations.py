"""What long work is doing: one bar for each station on a terminal, a plain line now and then elsewhere."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sleepy_coder.progress import Tell
from sleepy_coder.reports.words import visible

QUIET_SECONDS = 15.0


@contextmanager
def stations() -> Iterator[Tell]:
    """Shows stations on standard error for the time of a `with` block; NO_COLOR is honoured."""
    if not sys.stderr.isatty():
        yield plain_lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True, no_color="NO_COLOR" in os.environ, highlight=False)
    columns = (TextColumn("{task.description:<7}"), BarColumn(24), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, TextColumn("{task.fields[words]}", markup=False), console=console) as bars:
        known: dict[str, TaskID] = {}

        def show(station: str, fraction: float, words: str) -> None:
            if station not in known:
                known[station] = bars.add_task(station, total=1.0, words="")
            bars.update(known[station], completed=min(fraction, 1.0), words=visible(words))

        yield show


def plain_lines(
    write: Callable[[str], None] = lambda line: print(visible(line), file=sys.stderr, flush=True),
    clock: Callable[[], float] = time.monotonic,
) -> Tell:
    """A line when a station starts and ends, and at most one in `QUIET_SECONDS` between."""
    began: dict[str, float] = {}
    finished: set[str] = set()
    last = -QUIET_SECONDS

    def tell(station: str, fraction: float, words: str) -> None:
        nonlocal last
        now = clock()
        starts = station not in began
        began.setdefault(station, now)
        ends = fraction >= 1.0 and station not in finished
        if ends:
            finished.add(station)
        if starts or ends or now - last >= QUIET_SECONDS:
            last = now
            share = f"{min(fraction, 1.0):4.0%}"
            write(f"{station:<7} {share}  {now - began[station]:6.1f} s  {words}")

    return tell
