"""A fortnight of one owner with one crate, with nights and without: how often does an error that was met before stay?

Each morning some places of the green crate are broken, one at a time. The agent works on each; what it cannot mend the
owner mends, by the original, and `watch`'s memory of that is kept. An instance is fresh if no night before had an
example of the crate with the same prompt but for names, or nearly.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sleepy_coder.agent.team import assemble
from sleepy_coder.breaker.families import NOVEL
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.curation.alike import ALIKE, like, shape
from sleepy_coder.curation.selection import Lesson
from sleepy_coder.day import Day, plan_of
from sleepy_coder.embedded.location import library_folder
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.experiments.night.failing import mended_at_last, shape_of
from sleepy_coder.experiments.night.instances import opened
from sleepy_coder.paths import Paths
from sleepy_coder.registry.nights import nights
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.signature import signature
from sleepy_coder.settings import Settings
from sleepy_coder.tasks.projects import CrateProject

if TYPE_CHECKING:
    from sleepy_coder.lm.local import LocalModel


def live(
    days: Sequence[Sequence[Pair]],
    crate: Path,
    paths: Paths,
    settings: Settings,
    model: "LocalModel",
    compiler: Compiler,
    night_seconds: float | None,
    tell: Callable[[str], None],
) -> dict[str, Any]:
    """`errors`: each instance's day and signature, and whether that was met on an earlier day, is novel, fresh, and
    stayed; `nights`: how each ended. No nights where `night_seconds` is None."""
    rows: list[dict[str, Any]] = []
    ended: list[dict[str, Any]] = []
    met: set[str] = set()
    for number, pairs in enumerate(days, start=1):
        today = _day(number, pairs, crate, paths, settings, model, compiler, met)
        rows += today
        met |= {signature(pair.diagnostic).key for pair in pairs}
        tell(f"day {number}: {sum(row['stayed'] for row in today)} of {len(today)} errors stayed")
        if night_seconds is not None and number < len(days):
            ended.append(_night(crate, paths, settings, model, compiler, night_seconds))
            tell(f"night {number}: {ended[-1]['reason']}")
    return {"errors": rows, "nights": ended}


def _day(
    number: int,
    pairs: Sequence[Pair],
    crate: Path,
    paths: Paths,
    settings: Settings,
    model: "LocalModel",
    compiler: Compiler,
    met: set[str],
) -> list[dict[str, Any]]:
    origin, rows = f"crate:{crate}", []
    taught = _taught(paths, origin)
    with opened(crate, paths.cache, compiler) as (copy,), EpisodeStore(paths.episodes_db) as store:
        project = CrateProject(copy, tests=False)
        day = Day(replace(assemble(paths, settings), loader=lambda: model), plan_of(settings), settings.seed, store)
        for pair in pairs:
            key = signature(pair.diagnostic).key
            project.tree = pair.broken
            kept = mended_at_last(day, store, project, pair, origin=origin, subject=crate.name)
            rows.append(
                {
                    "day": number,
                    "signature": key,
                    "repeated": key in met,
                    "novel": pair.family in NOVEL,
                    "fresh": not like(shape_of(pair), taught, ALIKE),
                    "stayed": not kept.outcome.fixed,
                    "stage": kept.outcome.stage if kept.outcome.fixed else None,
                }
            )
    return rows


def _night(
    crate: Path, paths: Paths, settings: Settings, model: "LocalModel", compiler: Compiler, seconds: float
) -> dict[str, Any]:
    from sleepy_coder.night import run_night

    record = run_night(
        paths=paths,
        settings=settings,
        model=model,
        compiler=compiler,
        initial_library=library_folder(),
        budget_seconds=seconds,
        crates=(crate,),
    )
    return {
        "outcome": record.outcome,
        "reason": record.reason,
        "seconds": record.seconds["total"],
        "by_stage": record.seconds,
        "skills": [
            {
                **{key: getattr(one, key) for key in ("skill", "origins", "fate", "kind", "steps")},
                "exact": [one.exact_before, one.exact_after],
            }
            for one in record.skills
        ],
    }


def _taught(paths: Paths, origin: str) -> list[frozenset[int]]:
    """The shapes of all examples that nights so far made of this crate."""
    files = (file for night in nights(paths.nights) for file in sorted((night.path / "examples").glob("*.jsonl")))
    rows = (row for file in files for row in _rows(file))
    return [shape(row.messages, row.answer) for row in rows if row.repository == origin]


def _rows(file: Path) -> list[Lesson]:
    import msgspec

    decoder = msgspec.json.Decoder(Lesson)
    return [decoder.decode(line) for line in file.read_bytes().splitlines()]
