"""Nights that are killed: in every stage, at a moment drawn evenly from it, and then gone on with.

Each round takes a copy of a home in which a night was planned, and lets a process work on it that is killed (SIGKILL)
once in every stage, one after the other, then lets it finish. After every kill the store, the registry and all versions
are looked at; in the end the library must be the one that an unbroken night of the same plan made, to the last bit.

The model has random weights and a few thousand numbers: what is tried here is files, not learning. The gate's decision
is turned into a promotion, so that every round passes the most delicate place.
"""

import dataclasses
import os
import shutil
import signal
import sqlite3
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Timer
from typing import Any

from sleepy_coder.breaker.corpus import stream
from sleepy_coder.curation.first_library import write_first_library
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.errors import SleepyCoderError
from sleepy_coder.evaluation.decision import Decision, GateItem, SkillLine
from sleepy_coder.evaluation.gate import SequentialGate
from sleepy_coder.experiments.families import make_family
from sleepy_coder.experiments.night.failing import keep_failures
from sleepy_coder.lm.local import load
from sleepy_coder.lm.prompt import INSTRUCTIONS
from sleepy_coder.night import run_night
from sleepy_coder.paths import Paths, find_paths
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.nights import nights, unfinished
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.settings import Settings

STAGES = {
    "curate": "curate",
    "train": "train",
    "merge": "merge",
    "publish": "publish",
    "trial": "evaluate",
    "gate": "gate",
}
"""The night's stations, and what the results call them."""

END = "end"
FAMILY = "E0614-deref"
FAILURES = 5
TRIES = 8
BUDGET_SECONDS = 3600.0  # never cuts: two uncut nights of one plan are alike
SETTINGS = dataclasses.replace(
    Settings(),
    dreams_per_skill=24,
    held_out_per_skill=4,
    training_steps=20,
    gate_items_per_skill=3,
    gate_old_items=4,
    gate_canaries=2,
    gate_rounds=1,
    min_failures=2,
    search_attempts=2,
    least_improvement=0.0,
)


class _Promoting:
    """The real gate's decision with its outcome turned."""

    def decide(
        self, items: Sequence[GateItem], number: int, settings: Settings, carried: Sequence[SkillLine] = ()
    ) -> Decision:
        return dataclasses.replace(SequentialGate().decide(items, number, settings, carried), outcome="promote")


@dataclass(slots=True)
class _Killed:
    """Where a night was when it was killed (None: it had ended), and when each stage began, in seconds."""

    stage: str | None
    begins: dict[str, float]


def crash(rounds: int, seed: int) -> dict[str, Any]:
    """`kills`, `lost` and, by stage, both. Runs in a process of its own, which may fork because it has one thread."""
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_rounds, args=(there, rounds, seed))
    process.start()
    there.close()
    try:
        found: dict[str, Any] = here.recv()
    except EOFError:
        raise RuntimeError("the process that kills nights has died itself") from None
    finally:
        process.join()
    return found


def _rounds(answer: Connection, rounds: int, seed: int) -> None:
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    import torch

    torch.set_num_threads(1)
    with TemporaryDirectory(prefix="sleepy-coder-crash-") as name:
        answer.send(_Rig(Path(name), seed).run(rounds))


@dataclass(slots=True)
class _Rig:
    """A planned night, the library that it comes to, and how long its stages take."""

    folder: Path
    seed: int
    compiler: Compiler = field(default_factory=lambda: Compiler(find_toolchain(), best_sandbox(required=False)))
    problems: list[str] = field(default_factory=list)

    def run(self, rounds: int) -> dict[str, Any]:
        planned = self._planned()
        unbroken = self._copied(planned, "unbroken")
        begins = self._let(unbroken, None, 0.0).begins
        lasts = _durations(begins)
        reference = _outcome(unbroken)
        rng = Random(f"crash:{self.seed}")
        kills: Counter[str] = Counter()
        lost: Counter[str] = Counter()
        for number in range(rounds):
            home = self._copied(planned, f"round-{number}")
            before = _episodes(home)
            for stage in STAGES:
                killed = self._killed_in(stage, home, lasts[stage], rng)
                if killed.stage in (None, END):
                    continue
                found = _harm(home, before, reference)
                self.problems += [f"round {number}, {killed.stage}: {one}" for one in found]
                kills[STAGES.get(killed.stage, killed.stage)] += 1
                lost[STAGES.get(killed.stage, killed.stage)] += bool(found)
            if unfinished(home.nights) is not None:
                self._let(home, None, 0.0)
            if (end := _outcome(home)) != reference:
                self.problems.append(f"round {number} ended in {end}, an unbroken night in {reference}")
                lost[END] += 1
            shutil.rmtree(home.home)
        return {
            "kills": kills.total(),
            "lost": lost.total(),
            "rounds": rounds,
            "by_stage": {stage: {"kills": kills[stage], "lost": lost[stage]} for stage in [*STAGES.values(), END]},
            "stage_seconds": {STAGES[stage]: round(seconds, 4) for stage, seconds in lasts.items()},
            "problems": self.problems,
        }

    def _killed_in(self, stage: str, home: Paths, lasts: float, rng: Random) -> _Killed:
        """A night killed at an even moment of a stage; where it was quicker than that, and is over, once more."""
        killed = _Killed(None, {})
        for _ in range(TRIES):
            saved = self._copied(home, "saved")
            killed = self._let(home, stage, rng.uniform(0.0, lasts))
            if killed.stage not in (None, END):
                shutil.rmtree(saved.home)
                break
            shutil.rmtree(home.home)
            saved.home.rename(home.home)
        return killed

    def _planned(self) -> Paths:
        """A home whose day failed, with a night that was killed as soon as it had planned."""
        pairs = list(islice(stream("frozen", [FAMILY], self.seed + 5, self.compiler), FAILURES))
        # what templates bear is found out once, for all nights
        next(stream("train", [FAMILY], self.seed, self.compiler))
        texts = [INSTRUCTIONS, *(text for pair in pairs for text in pair.green.files.values())]
        make_family("qwen2", self.folder / "model", texts)
        (self.folder / "first").mkdir()
        write_first_library(self.folder / "first", load(str(self.folder / "model")))
        home = find_paths({"SLEEPY_CODER_HOME": str(self.folder / "planned")})
        home.home.mkdir()
        keep_failures(home, pairs, origin="file:/never/there.rs", mended=3)
        self._let(home, "curate", 0.0)
        return home

    def _copied(self, planned: Paths, name: str) -> Paths:
        shutil.copytree(planned.home, self.folder / name)
        return find_paths({"SLEEPY_CODER_HOME": str(self.folder / name)})

    def _let(self, home: Paths, stage: str | None, wait: float) -> _Killed:
        """Let a process sleep through the night in this home; it is killed `wait` seconds after `stage` has begun."""
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            self._victim(home, writer, stage, wait)
        os.close(writer)
        begins: dict[str, float] = {}
        last = None
        with os.fdopen(reader) as marks:
            for line in marks:
                last, at = line.split()
                begins.setdefault(last, float(at))
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status) and os.WEXITSTATUS(status):
            raise RuntimeError(f"the night in {home.home} failed by itself, after {last}")
        return _Killed(last if os.WIFSIGNALED(status) else None, begins)

    def _victim(self, home: Paths, writer: int, stage: str | None, wait: float) -> None:
        """Never returns. The clock that kills runs in the process itself: from outside, the short stages are missed."""
        os.setsid()
        clock = Timer(wait, os.killpg, (0, signal.SIGKILL))

        def mark(station: str, fraction: float = 0.0, words: str = "") -> None:
            os.write(writer, f"{station} {time.monotonic()}\n".encode())
            if station == stage and not clock.is_alive():
                clock.start()

        try:
            run_night(
                paths=home,
                settings=SETTINGS,
                model=load(str(self.folder / "model")),
                compiler=self.compiler,
                initial_library=self.folder / "first",
                gate=_Promoting(),
                budget_seconds=BUDGET_SECONDS,
                observer=mark,
            )
            mark(END)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)


def _durations(begins: dict[str, float]) -> dict[str, float]:
    order = [*STAGES, END]
    return {stage: begins[after] - begins[stage] for stage, after in pairwise(order)}


def _outcome(home: Paths) -> str | None:
    """What is served, once the night's record is written; None before."""
    (night,) = nights(home.nights)
    return Registry(home.base).current_id() if night.is_over else None


def _episodes(home: Paths) -> tuple[str, ...]:
    with EpisodeStore(home.episodes_db) as store:
        return store.ids()


def _harm(home: Paths, episodes: tuple[str, ...], reference: str | None) -> list[str]:
    """What a kill has done to what is stored."""
    found = []
    try:
        if _episodes(home) != episodes:
            found.append("episodes are gone")
        connection = sqlite3.connect(home.episodes_db)
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            found.append("the store is damaged")
        connection.close()
        registry = Registry(home.base)
        served = registry.current()
        for version in registry.versions():
            registry.verify(version)
        first = registry.served()[0]
        if served is None or served.id not in (first, reference):
            found.append(f"{served and served.id} is served")
    except SleepyCoderError as problem:
        found.append(str(problem))
    return found
