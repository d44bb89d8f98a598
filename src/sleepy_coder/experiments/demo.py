"""One whole day and night on real Rust, in a home of its own: what the embedded model fails at by day, it learns at
night, and the same suite is worked through again with whatever library is served in the morning.

The day holds families that the model never saw, drawn by the seed, and known ones, so that a loss would show. All of it
comes from templates that dreams never use. Nothing is copied from before to after: every item is worked on twice.
"""

import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from sleepy_coder.agent.team import Team, assemble, open_local
from sleepy_coder.day import Day, Worked, plan_of
from sleepy_coder.embedded.location import library_folder
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.errors import UsageError
from sleepy_coder.experiments.peak_memory import PeakMemory
from sleepy_coder.lm.model import ModelIdentity
from sleepy_coder.paths import Paths
from sleepy_coder.registry.night_record import NightRecord
from sleepy_coder.reports.stored import stored_report, write_report
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import Settings
from sleepy_coder.tasks.suites import Suite, load_suite
from sleepy_coder.tasks.task import Task

if TYPE_CHECKING:
    from sleepy_coder.lm.local import LocalModel

NOVEL_FAMILIES = 4
ITEMS_PER_FAMILY = 15
KNOWN_ITEMS = 40
NIGHT_SECONDS = 270.0

Tell = Callable[[str, float, str], None]


@dataclass(frozen=True, slots=True)
class Ending:
    """How one item ended: the verdict, the stage that mended it (None: nothing did), and the skill that the router
    named for its first error (None: the base model)."""

    verdict: str
    stage: int | None
    route: str | None

    @property
    def passed(self) -> bool:
        return self.verdict == "FIXED"


@dataclass(frozen=True, slots=True)
class DemoItem:
    """One item before and after the night."""

    id: str
    family: str
    novel: bool
    before: Ending
    after: Ending


@dataclass(frozen=True, slots=True)
class DemoSeconds:
    """Seconds of each part; `total` holds all of them, and what lies between."""

    model: float
    day: float
    night: float
    after: float
    total: float


@dataclass(frozen=True, slots=True)
class Demo:
    """All that one run showed. `novel` are the families that the seed drew."""

    seed: int
    suite_digest: str
    model: ModelIdentity
    novel: tuple[str, ...]
    items: tuple[DemoItem, ...]
    night: NightRecord
    seconds: DemoSeconds
    peak_bytes: int
    page: Path

    @property
    def gained(self) -> tuple[str, ...]:
        return tuple(item.id for item in self.items if item.after.passed and not item.before.passed)

    @property
    def lost(self) -> tuple[str, ...]:
        return tuple(item.id for item in self.items if item.before.passed and not item.after.passed)


def run(
    seed: int, paths: Paths, settings: Settings, compiler: Compiler, suite: Suite, tell: Tell = lambda *_: None
) -> Demo:
    """A day on `suite`, a night, and the suite again. `paths.home` is empty.

    Raises ModelBroken where the weights are missing, and what day and night raise.
    """
    began = time.monotonic()
    with PeakMemory() as memory:
        tell("model", 0.0, f"loading {settings.model}")
        from sleepy_coder.night import run_night  # torch takes seconds to import

        model = open_local(settings)
        tell("model", 1.0, f"{model.identity.id} {model.identity.digest[:12]}")
        model_seconds = time.monotonic() - began
        with EpisodeStore(paths.episodes_db) as store:
            day = _work("day", suite, paths, settings, compiler, model, store, tell)
        slept = time.monotonic()
        record = run_night(
            paths=paths,
            settings=settings,
            model=model,
            compiler=compiler,
            initial_library=library_folder(),
            budget_seconds=NIGHT_SECONDS,
            observer=tell,
        )
        night_seconds = time.monotonic() - slept
        again = _work("again", suite, paths, settings, compiler, model, None, tell)
        page = write_report(paths, stored_report(paths, record))
    return Demo(
        seed=seed,
        suite_digest=suite.digest,
        model=model.identity,
        novel=novel_families(suite.tasks),
        items=_items(suite.tasks, day.endings, again.endings),
        night=record,
        seconds=DemoSeconds(model_seconds, day.seconds, night_seconds, again.seconds, time.monotonic() - began),
        peak_bytes=memory.bytes,
        page=page,
    )


def demo_suite(seed: int) -> Suite:
    """The day's tasks: `NOVEL_FAMILIES` drawn from the suite `day`, and `KNOWN_ITEMS` from `canaries`."""
    return drawn(load_suite("day"), load_suite("canaries"), seed)


def drawn(
    novel: Suite,
    known: Suite,
    seed: int,
    *,
    families: int = NOVEL_FAMILIES,
    per_family: int = ITEMS_PER_FAMILY,
    known_items: int = KNOWN_ITEMS,
) -> Suite:
    """Raises UsageError if the suites do not hold so much. The known items are spread over all known families."""
    rng = Random(f"demo:{seed}")
    by_family = {name: [task for task in novel.tasks if task.family == name] for name in novel.families}
    usable = sorted(name for name, tasks in by_family.items() if len(tasks) >= per_family)
    if len(usable) < families or len(known.tasks) < known_items:
        raise UsageError(f"the suites {novel.name} and {known.name} hold too little for a demonstration")
    chosen = sorted(rng.sample(usable, families))
    tasks = [task for name in chosen for task in sorted(rng.sample(by_family[name], per_family), key=_id)]
    tasks += sorted(rng.sample(known.tasks, known_items), key=_id)
    digest = hashlib.sha256("\n".join([novel.digest, known.digest, *map(_id, tasks)]).encode()).hexdigest()
    return Suite("demo", digest, tuple(tasks))


def novel_families(tasks: Sequence[Task]) -> tuple[str, ...]:
    """The families among these that the embedded model has never seen."""
    from sleepy_coder.breaker.families import NOVEL

    return tuple(dict.fromkeys(task.family for task in tasks if task.family in NOVEL))


@dataclass(frozen=True, slots=True)
class _Shift:
    endings: list[Ending]
    seconds: float


def _work(
    station: str,
    suite: Suite,
    paths: Paths,
    settings: Settings,
    compiler: Compiler,
    model: "LocalModel",
    store: EpisodeStore | None,
    tell: Tell,
) -> _Shift:
    """The suite once, with the library that is served; episodes are kept where there is a store for them."""
    began = time.monotonic()
    team = replace(assemble(paths, settings), loader=lambda: model)
    done = fixed = 0

    def count(one: Worked) -> None:
        nonlocal done, fixed
        done, fixed = done + 1, fixed + one.outcome.fixed
        tell(station, done / len(suite.tasks), f"{done} of {len(suite.tasks)} items, {fixed} fixed")

    tell(station, 0.0, f"{len(suite.tasks)} items, library {team.library_id or 'none'}")
    day = Day(team, plan_of(settings), settings.seed, store)
    worked = day.work_through(suite.tasks, compiler, origin=f"suite:{suite.name}", on_done=count)
    return _Shift([_ending(one, team) for one in worked], time.monotonic() - began)


def _ending(one: Worked, team: Team) -> Ending:
    errors = one.outcome.errors
    route = team.router.route(errors[0].diagnostic).skill if errors else None
    return Ending(str(one.outcome.verdict), one.outcome.stage, route)


def _items(tasks: Sequence[Task], before: Sequence[Ending], after: Sequence[Ending]) -> tuple[DemoItem, ...]:
    novel = set(novel_families(tasks))
    return tuple(
        DemoItem(task.id, task.family or "", task.family in novel, first, second)
        for task, first, second in zip(tasks, before, after, strict=True)
    )


def _id(task: Task) -> str:
    return task.id
