"""Nights that learn from what happened, and survive anything: all that `results/night.json` holds.

The full run takes hours; it is made of parts, each kept below the cache as soon as it is measured, so that it may be
cut at any moment and run again. A part is measured anew when the sizes or the model change, or its file is removed.
"""

import dataclasses
import math
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from sleepy_coder.breaker.families import NOVEL
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.embedded.location import EMBEDDED
from sleepy_coder.episodes.secrets import without_logins
from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.evaluation.statistics import Interval, bootstrap, ratio, wilson
from sleepy_coder.experiments.night.crash import crash
from sleepy_coder.experiments.night.five_skills import sleep_for
from sleepy_coder.experiments.night.instances import draw
from sleepy_coder.experiments.night.parts import Parts
from sleepy_coder.experiments.night.secrets import secrets
from sleepy_coder.provenance import provenance
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import Settings, find_paths, load
from sleepy_coder.tasks.crates import fetched, real_crate
from sleepy_coder.training.example import Origin

if TYPE_CHECKING:
    from sleepy_coder.lm.local import LocalModel

ALONE = (Origin.HUMAN, Origin.EPISODE, Origin.SEARCH, Origin.DREAM, Origin.TEACHER)
FIFTH = 5
TILL = Path(__file__).parents[4] / "examples" / "till"


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much of everything. `crate` is a real crate's name; '' is the example in the repository."""

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
    secrets_each=10, crash_rounds=40, skills=5, skills_seconds=900.0, crate="regex-syntax", seeds=3, days=14,
    signatures=8, per_day=2, night_seconds=180.0, families=3, failures=24, items=40,
)  # fmt: skip
MIDDLE = Sizes(
    secrets_each=2, crash_rounds=3, skills=1, skills_seconds=120.0, crate="", seeds=1, days=3, signatures=4, per_day=1,
    night_seconds=60.0, families=1, failures=16, items=16,
)  # fmt: skip
QUICK = Sizes(
    secrets_each=1, crash_rounds=1, skills=1, skills_seconds=30.0, crate="", seeds=1, days=2, signatures=2, per_day=1,
    night_seconds=20.0, families=1, failures=3, items=4,
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
    compiler: Compiler, *, quick: bool, tell: Callable[[str], None] = lambda words: None, middle: bool = False
) -> dict[str, Any]:
    """All parts as one JSON object; `middle` is for looking at what happens.

    Raises EnvironmentFault where the crate cannot be had.
    """
    from sleepy_coder.lm.local import load as load_model

    model = load_model(EMBEDDED)
    sizes, settings = (QUICK, SMALL) if quick else (MIDDLE if middle else FULL, Settings())
    settings = dataclasses.replace(settings, teacher=load(Path()).settings.teacher)
    conditions = {"sizes": sizes, "model": model.identity.digest, "teacher": without_logins(settings.teacher)}
    with tempfile.TemporaryDirectory(prefix="sleepy-coder-night-") as name:
        kept = Path(name) / "parts" if quick else find_paths().cache / "experiments"
        parts = Parts(kept, "night", conditions, tell)
        return {
            "schema": "sleepy-coder/night-experiment/1",
            **_Measure(sizes, settings, model, compiler, Path(name), parts, tell).all(),
            "parts": parts.made(),
            "provenance": provenance(
                full=not quick and not middle,
                seeds=list(range(sizes.seeds)),
                digests={"model": model.identity.digest},
                rustc=compiler.toolchain.version,
            ),
        }


@dataclass(frozen=True, slots=True)
class _Measure:
    sizes: Sizes
    settings: Settings
    model: "LocalModel"
    compiler: Compiler
    scratch: Path
    parts: Parts
    tell: Callable[[str], None]
    drawn: dict[int, list[list[Pair]]] = field(default_factory=dict)

    def all(self) -> dict[str, Any]:
        sizes = self.sizes
        hidden = self.parts.get("secrets", lambda: secrets(sizes.secrets_each, 0, self._folder("s"), self.compiler))
        killed = [
            self.parts.get(f"crash {number}", partial(crash, min(10, sizes.crash_rounds), number))
            for number in range(-(-sizes.crash_rounds // 10))
        ]
        five = self.parts.get("skills", self._skills)
        return {
            "repeat_error_rate": self._repeats(),
            "origins": self._origins(),
            "crash": together(killed),
            "secrets": hidden,
            "five_skills_seconds": five["seconds"],
            "five_skills": five,
        }

    def _folder(self, name: str) -> Path:
        folder = self.scratch / name
        folder.mkdir()
        return folder

    def _skills(self) -> dict[str, Any]:
        seconds, folder = self.sizes.skills_seconds, self.scratch / "skills"
        return sleep_for(self.sizes.skills, self.settings, seconds, self.model, folder, self.compiler, self.tell)

    def _origins(self) -> dict[str, Any]:
        from sleepy_coder.experiments.night.origins import Bench

        sizes = self.sizes
        families = Random("origins").sample(sorted(NOVEL), sizes.families)
        bench = Bench(
            families, sizes.failures, sizes.items, self.settings, self.model, self.scratch / "day", self.compiler
        )
        found: dict[str, Any] = {}
        for origin in ALONE:
            if origin is Origin.TEACHER and not self.settings.teacher:
                found[origin.value] = {"gain_points": None, "why": "no teacher is configured: set `teacher`"}
            else:
                names = (origin.value,)
                measure = partial(bench.gain, names, sizes.skills_seconds)
                found[origin.value] = self.parts.get(f"origin {origin.value}", measure)
        everything = tuple(origin.value for origin in ALONE)
        found["together"] = self.parts.get("origins together", partial(bench.gain, everything, sizes.skills_seconds))
        return found

    def _repeats(self) -> dict[str, Any]:
        arms: dict[bool, list[list[dict[str, Any]]]] = {True: [], False: []}
        nights = []
        for seed in range(self.sizes.seeds):
            for with_nights in (True, False):
                name = f"fortnight {seed} {'with' if with_nights else 'without'} nights"
                found = self.parts.get(name, partial(self._fortnight, seed, with_nights))
                arms[with_nights].append(found["errors"])
                nights += [{"seed": seed, **night} for night in found["nights"]]
        return {**repeats(arms[True], arms[False], self.sizes.days), "nights": nights}

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


def repeats(with_nights: list[list[dict[str, Any]]], without: list[list[dict[str, Any]]], days: int) -> dict[str, Any]:
    """How often errors that were met before stayed after each night, by arm, rows by seed; and after the fifth night as
    a part of what stays without nights, None where that is nothing. An upper end that is not known is None too.
    """
    counted = [[row["fresh"] and row["repeated"] for row in rows] for rows in with_nights]
    learned, idle = (rates(arm, counted, days) for arm in (with_nights, without))
    fifth = min(FIFTH, days - 1) - 1
    after, before = learned[fifth], idle[fifth]
    part, interval = None, None
    if before["mean"]:
        part = after["mean"] / before["mean"]
        low, high = ratio(after["mean"], Interval(*after["interval"]), before["mean"], Interval(*before["interval"]))
        interval = [low, high if math.isfinite(high) else None]
    return {
        "with_nights": learned,
        "without_nights": idle,
        "night5_ratio": part,
        "night5_ratio_interval": interval,
        "errors": sum(map(len, with_nights)),
        "not_fresh": sum(row["repeated"] and not row["fresh"] for rows in with_nights for row in rows),
    }


def rates(arms: list[list[dict[str, Any]]], counts: list[list[bool]], days: int) -> list[dict[str, Any]]:
    """For each night, how many of the errors met before stayed on the day after it, over all seeds."""
    found = []
    for night in range(1, days):
        rows = [
            [row for row, flag in zip(errors, flags, strict=True) if flag and row["day"] == night + 1]
            for errors, flags in zip(arms, counts, strict=True)
        ]
        total, stayed = sum(map(len, rows)), sum(row["stayed"] for own in rows for row in own)
        mean, interval = (stayed / total, _interval(rows)) if total else (0.0, (0.0, 1.0))
        found.append({"night": night, "mean": mean, "interval": list(interval), "total": total})
    return found


def _interval(rows: list[list[dict[str, Any]]]) -> tuple[float, float]:
    """Of the rate, rows by seed. Errors of one signature tend to stay together, so that Wilson's interval, which takes
    each for itself, may be too narrow; one drawn over seeds and signatures knows nothing where all went one way. The
    wider ends of both are told."""
    outcomes = [row["stayed"] for own in rows for row in own]
    table = []
    for own in rows:
        by_signature: dict[str, list[bool]] = {}
        for row in own:
            by_signature.setdefault(row["signature"], []).append(row["stayed"])
        table.append([sum(stayed) / len(stayed) for stayed in by_signature.values()])
    widest = max(map(len, table))
    clustered = bootstrap([[*cells, *[None] * (widest - len(cells))] for cells in table])
    single = wilson(sum(outcomes), len(outcomes))
    return min(clustered.low, single.low), max(clustered.high, single.high)


def together(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    stages = rounds[0]["by_stage"]
    by_stage = {
        stage: {key: sum(one["by_stage"][stage][key] for one in rounds) for key in ("kills", "lost")}
        for stage in stages
    }
    sums = {key: sum(one[key] for one in rounds) for key in ("kills", "lost", "rounds")}
    return {**sums, "by_stage": by_stage, "problems": [problem for one in rounds for problem in one["problems"]]}
