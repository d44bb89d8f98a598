"""Nights that learn from what happened, and survive anything: all that `results/night.json` holds.

The full run takes hours. It is made of parts, each written into the result as soon as it is measured, so that it may
be cut at any moment; what the result's file holds already is not measured again.
"""

import dataclasses
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import msgspec

from sleepy_coder.breaker.families import NOVEL
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.durable import write_result
from sleepy_coder.embedded.location import EMBEDDED
from sleepy_coder.episodes.secrets import without_logins
from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.experiments.night.crash import crash
from sleepy_coder.experiments.night.five_skills import sleep_for
from sleepy_coder.experiments.night.instances import draw
from sleepy_coder.experiments.night.parts import measured, read_parts
from sleepy_coder.experiments.night.secrets import secrets
from sleepy_coder.experiments.night.summary import fortnight_part, summary
from sleepy_coder.paths import find_paths
from sleepy_coder.provenance import provenance
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import Settings, load
from sleepy_coder.tasks.crates import fetched, real_crate
from sleepy_coder.training.example import Origin

if TYPE_CHECKING:
    from sleepy_coder.experiments.night.origins import Bench
    from sleepy_coder.experiments.night.teacher import OwnTeacher
    from sleepy_coder.lm.local import LocalModel

ALONE = (Origin.HUMAN, Origin.EPISODE, Origin.SEARCH, Origin.DREAM, Origin.TEACHER)
CRASH_ROUNDS = 10
"""In one part."""

TOGETHER = "together"
TILL = Path(__file__).parents[4] / "examples" / "till"


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much of everything. `crate` is a real crate's name; '' is the example in the repository."""

    name: str
    secrets_each: int
    crash_rounds: int
    skills: int
    skills_seconds: float
    crate: str
    seeds: int
    days: int
    signatures: int
    per_day: int
    night_seconds: float
    families: int
    failures: int
    items: int


FULL = Sizes(
    name="full", secrets_each=10, crash_rounds=40, skills=5, skills_seconds=900.0, crate="regex-syntax", seeds=3,
    days=14, signatures=8, per_day=2, night_seconds=180.0, families=3, failures=24, items=40,
)  # fmt: skip
MIDDLE = Sizes(
    name="middle", secrets_each=2, crash_rounds=3, skills=1, skills_seconds=120.0, crate="", seeds=1,
    days=3, signatures=4, per_day=1, night_seconds=60.0, families=1, failures=16, items=16,
)  # fmt: skip
QUICK = Sizes(
    name="quick", secrets_each=1, crash_rounds=1, skills=1, skills_seconds=30.0, crate="", seeds=1,
    days=2, signatures=2, per_day=1, night_seconds=20.0, families=1, failures=3, items=4,
)  # fmt: skip
SMALL = dataclasses.replace(
    Settings(),
    dreams_per_skill=16,
    held_out_per_skill=4,
    training_steps=2,
    gate_rounds=1,
    min_failures=1,
    gate_items_per_skill=4,
    gate_old_items=6,
    gate_canaries=2,
    attempts=2,
    search_attempts=2,
)
"""Settings of the quick form."""


def run(
    compiler: Compiler,
    *,
    quick: bool,
    tell: Callable[[str], None] = lambda words: None,
    middle: bool = False,
    out: Path | None = None,
    minutes: float | None = None,
) -> dict[str, Any]:
    """All parts as one JSON object, kept in `out` after each; none begins after so many `minutes`. `middle` is for
    looking at what happens.

    Raises EnvironmentFault where the crate cannot be had, and what `read_parts` does.
    """
    from sleepy_coder.lm.local import load as load_model

    began, model = time.monotonic(), load_model(EMBEDDED)
    sizes, settings = (QUICK, SMALL) if quick else (MIDDLE if middle else FULL, Settings())
    digests = {"model": model.identity.digest}
    parts = read_parts(out, {"sizes": sizes, **digests})
    with tempfile.TemporaryDirectory(prefix="sleepy-coder-night-") as name:
        measure = _Measure(sizes, settings, load(Path()).settings.teacher, model, compiler, Path(name), tell)
        plan = measure.plan()

        def result() -> dict[str, Any]:
            missing = [name for name in plan if name not in parts]
            found = {name: part.found for name, part in parts.items()}
            return {
                "schema": "sleepy-coder/night-experiment/1",
                "form": sizes.name,
                **summary(found, measure.crash_parts, measure.origin_parts, sizes.seeds, sizes.days),
                "missing": missing,
                "conditions": msgspec.to_builtins({"sizes": sizes, **digests}),
                "parts": msgspec.to_builtins(parts),
                "provenance": provenance(
                    full=sizes is FULL and not missing,
                    seeds=list(range(sizes.seeds)),
                    digests=digests,
                    rustc=compiler.toolchain.version,
                ),
            }

        for name, part in plan.items():
            if minutes is not None and time.monotonic() - began >= 60 * minutes:
                break
            if name not in parts and part is not None:
                tell(name)
                parts[name] = measured(part)
                if out is not None:
                    write_result(out, result())
        now = result()
        if now["missing"]:
            tell(f"not measured: {', '.join(now['missing'])}")
        return now


@dataclass(frozen=True, slots=True)
class _Measure:
    """Each part is measured in a folder of its own below `scratch`. Only its own origin may ask the teacher."""

    sizes: Sizes
    settings: Settings
    teacher: str
    model: "LocalModel"
    compiler: Compiler
    scratch: Path
    tell: Callable[[str], None]
    drawn: dict[int, list[list[Pair]]] = field(default_factory=dict)

    def plan(self) -> dict[str, Callable[[], dict[str, Any]] | None]:
        """The parts by name, in order of worth; None where there is nothing to measure it with."""

        from sleepy_coder.experiments.night.origins import Bench
        from sleepy_coder.experiments.night.teacher import OwnTeacher

        sizes, seconds = self.sizes, self.sizes.skills_seconds
        plan: dict[str, Callable[[], dict[str, Any]] | None] = {"skills": self._skills, "secrets": self._secrets}
        for number, name in enumerate(self.crash_parts):
            plan[name] = partial(crash, min(CRASH_ROUNDS, sizes.crash_rounds), number)
        for seed in range(sizes.seeds):
            for with_nights in (True, False):
                plan[fortnight_part(seed, with_nights)] = partial(self._fortnight, seed, with_nights)
        families = Random("origins").sample(sorted(NOVEL), len(NOVEL))
        day, count = self.scratch / "day", sizes.families
        bench = Bench(families, count, sizes.failures, sizes.items, self.settings, self.model, day, self.compiler)
        own = OwnTeacher(bench, self.tell) if sizes is FULL and not self.teacher else None
        for origin, name in self.origin_parts.items():
            if origin not in (Origin.TEACHER, TOGETHER):
                plan[name] = partial(bench.gain, (origin,), seconds)
            else:
                alone = tuple(map(str, ALONE)) if origin == TOGETHER else (origin,)
                plan[name] = partial(self._taught, bench, own, alone)
        if own is None and not self.teacher:
            plan[self.origin_parts[Origin.TEACHER]] = None
        return plan

    @property
    def crash_parts(self) -> list[str]:
        return [f"crash {number}" for number in range(-(-self.sizes.crash_rounds // CRASH_ROUNDS))]

    @property
    def origin_parts(self) -> dict[str, str]:
        """The part of each origin. What a teacher has a share in is another part with another teacher."""
        names = {str(origin): f"origin {origin}" for origin in (*ALONE, TOGETHER)}
        if self.teacher:
            asked = _called(self.teacher)
            names |= {one: f"{names[one]}, taught by {asked}" for one in (Origin.TEACHER.value, TOGETHER)}
        return names

    def _taught(self, bench: "Bench", own: "OwnTeacher | None", origins: tuple[str, ...]) -> dict[str, Any]:
        """With the teacher of the settings; without one, with a teacher trained for this."""
        teacher = str(own.trained.folder) if own else self.teacher
        found = bench.gain(origins, self.sizes.skills_seconds, teacher)
        return {**found, "teacher": own.known} if own else found

    def _secrets(self) -> dict[str, Any]:
        (folder := self.scratch / "secrets").mkdir()
        return secrets(self.sizes.secrets_each, 0, folder, self.compiler)

    def _skills(self) -> dict[str, Any]:
        seconds, folder = self.sizes.skills_seconds, self.scratch / "skills"
        return sleep_for(self.sizes.skills, self.settings, seconds, self.model, folder, self.compiler, self.tell)

    def _fortnight(self, seed: int, with_nights: bool) -> dict[str, Any]:
        from sleepy_coder.experiments.night.fortnight import live

        sizes, cache = self.sizes, find_paths().cache
        crate = fetched(real_crate(sizes.crate), cache) if sizes.crate else TILL
        if not crate.is_dir():
            raise EnvironmentFault("the example crate is not there: run this from a checkout of the repository")
        if seed not in self.drawn:  # the same errors come with nights and without
            self.drawn.clear()
            self.drawn[seed] = draw(
                crate, self.scratch / "copies", self.compiler,
                signatures=sizes.signatures, days=sizes.days, per_day=sizes.per_day, seed=seed,
            )  # fmt: skip
        with tempfile.TemporaryDirectory(dir=self.scratch) as name:
            paths = find_paths({"SLEEPY_CODER_HOME": name})
            settings = dataclasses.replace(self.settings, seed=seed)
            seconds = sizes.night_seconds if with_nights else None
            return live(self.drawn[seed], crate, paths, settings, self.model, self.compiler, seconds, self.tell)


def _called(teacher: str) -> str:
    """A model's name as a result may hold it: of a folder the weights' digest, of a server no login."""
    from sleepy_coder.lm.loading.weights import digest_of

    folder = Path(teacher).expanduser()
    return digest_of(folder)[:12] if folder.is_dir() else without_logins(teacher)
