"""What each origin of examples is worth: the same night after the same day, with one origin alone, and with all.

By day the agent works on programs of novel families that it fails at, in an order that is drawn before; what it cannot
mend its owner does. The programs are made from the templates that may be dreamt of, as those of the suites may not be
trained on. What a night has learned is measured on fresh items from templates that no example may come from.
"""

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sleepy_coder.agent.team import assemble
from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.breaker.templates import set_aside
from sleepy_coder.curation.alike import ALIKE, like
from sleepy_coder.day import Day, plan_of
from sleepy_coder.embedded.location import library_folder
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.errors import UsageError
from sleepy_coder.evaluation.decision import Decision, GateItem, Group, SkillLine
from sleepy_coder.evaluation.gate import SequentialGate
from sleepy_coder.evaluation.practice import PracticeItem, judge_items, routes
from sleepy_coder.evaluation.trial import practice, practice_items
from sleepy_coder.experiments.night.failing import mended_at_last, shape_of
from sleepy_coder.paths import Paths, find_paths
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.version import Version
from sleepy_coder.routing.library_router import library_router
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import Settings
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task

if TYPE_CHECKING:
    from sleepy_coder.lm.local import LocalModel


class _Refusing:
    """Keeps the incumbent, whatever the items say, so that no night spends its hours on hearing more of them."""

    def decide(
        self, items: Sequence[GateItem], number: int, settings: Settings, carried: Sequence[SkillLine] = ()
    ) -> Decision:
        return replace(SequentialGate().decide(items, number, settings, carried), outcome="keep")


def unheard(settings: Settings, origins: tuple[Any, ...], teacher: str) -> Settings:
    """A night of these origins with a trial as short as there is: whether the gate would serve what it learned is
    another question."""
    short = replace(settings, gate_rounds=1, gate_items_per_skill=1, gate_old_items=1, gate_canaries=0)
    return replace(short, origins=origins, teacher=teacher)


TRIED = 6
"""Programs of a family by which it shows whether the agent fails at it."""

MOST_DRAWN = 12
"""Times as many programs as are needed, of which some are the same but for names."""


def unlike(pairs: Iterable[Pair], most: int) -> list[Pair]:
    """The first of which no two are the same but for names, or nearly, as a night would learn from one alone."""
    found: list[Pair] = []
    shapes: list[frozenset[int]] = []
    for pair in pairs:
        mine = shape_of(pair)
        if mine and not like(mine, shapes, ALIKE):
            found.append(pair)
            shapes.append(mine)
        if len(found) == most:
            break
    return found


@dataclass
class Bench:
    """One day on `failures` programs of each of `count` families, lived once below `folder`, and `items` fresh items of
    each: of `families` the first of which most programs stay broken."""

    families: Sequence[str]
    count: int
    failures: int
    items: int
    settings: Settings
    model: "LocalModel"
    folder: Path
    compiler: Compiler
    _mended: dict[str, int] = field(default_factory=dict)

    def gain(self, origins: tuple[Any, ...], budget_seconds: float, teacher: str = "") -> dict[str, Any]:
        """`gain_points`: hundredths of the items that are mended after the night and were not before, less those that
        went the other way. `teacher` is a model as the setting names it."""
        from sleepy_coder.night import run_night

        home = self.lived.home.with_name("-".join(origins))
        shutil.copytree(self.lived.home, home)
        paths = find_paths({"SLEEPY_CODER_HOME": str(home)})
        record = run_night(
            paths=paths,
            settings=unheard(self.settings, origins, teacher),
            model=self.model,
            compiler=self.compiler,
            initial_library=library_folder(),
            gate=_Refusing(),
            budget_seconds=budget_seconds,
        )
        registry = Registry(paths.base)
        before, after = (
            self._mends(registry.load(one)) for one in (record.incumbent, record.candidate or record.incumbent)
        )
        shutil.rmtree(home)
        return {
            "gain_points": 100 * (after - before) / len(self.asked),
            "families": list(self.failing),
            "items": len(self.asked),
            "before": before,
            "after": after,
            "examples": {one.skill: one.origins for one in record.skills},
            "fates": {one.skill: one.fate for one in record.skills},
            "waiting": record.not_due,
            "seconds": record.seconds["total"],
        }

    @cached_property
    def lived(self) -> Paths:
        """The home after the day: what the agent could not mend its owner did."""
        paths = find_paths({"SLEEPY_CODER_HOME": str(self.folder)})
        paths.home.mkdir()
        with EpisodeStore(paths.episodes_db) as store:
            work = self._at_work(paths, store)
            for family, pairs in self.failing.items():
                for number, pair in enumerate(pairs):
                    place = f"file:/experiment/{family}/{number}.rs"
                    mended_at_last(work, store, self._project(pair), pair, origin=place, subject=pair.template)
        return paths

    @cached_property
    def failing(self) -> dict[str, list[Pair]]:
        """The day's programs, by family. Families that cannot be made, or that the agent mends, are passed over."""
        found: dict[str, list[Pair]] = {}
        work = self._at_work(find_paths({"SLEEPY_CODER_HOME": str(self.folder)}), None)
        for family in self.families:
            if len(found) == self.count:
                break
            made = stream("train", [family], self.settings.seed, self.compiler, keep=lambda one: not set_aside(one))
            try:
                pairs = unlike(islice(made, MOST_DRAWN * self.failures), self.failures)
            except UsageError:
                continue
            tried = pairs[:TRIED]
            left = [not work.work_on(self._project(pair), origin="", subject="").outcome.fixed for pair in tried]
            if 2 * sum(left) > len(tried):
                found[family] = pairs
        return found

    def _at_work(self, paths: Paths, store: EpisodeStore | None) -> Day:
        team = replace(assemble(paths, self.settings), loader=lambda: self.model)
        return Day(team, plan_of(self.settings), self.settings.seed, store)

    def _project(self, pair: Pair) -> TaskProject:
        files = dict(pair.broken.files)
        return TaskProject(
            Task(id="o", files=files, oracle=Oracle("compile"), edition=pair.broken.edition), self.compiler
        )

    @cached_property
    def asked(self) -> list[PracticeItem]:
        """Fresh items of all families."""
        return [
            item
            for family in self.failing
            for item in practice_items(
                Group.TRAINED, family, practice([family], self.items, self.settings.seed + 9, self.compiler)
            )
        ]

    def _mends(self, version: Version) -> int:
        """How many items a version mends; the incumbent is the same for all nights."""
        if version.id not in self._mended:
            self.model.load_library(version.path)
            sent = routes(self.asked, library_router(version.manifest, version.path))
            judged = judge_items(self.asked, sent, self.model, self.compiler)
            self._mended[version.id] = sum(one.passed for one in judged)
        return self._mended[version.id]
