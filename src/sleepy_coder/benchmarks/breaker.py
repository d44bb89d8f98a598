"""Verified pairs per second, the plain way and in batches, on generated programs and on a real crate.

The plain way has the broken and the green version each checked by a run of its own (`rustc --emit=metadata` for
programs, cargo for the crate), as many at a time as there are cores. Both ways contain the compiler alike and are
given the same breaks, and `times_plain` is the ratio of their pairs per second; batched rounds and plain samples take
turns. A pair that the plain way does not confirm, byte for byte, ends the benchmark; pairs of the sample that only the
plain way finds are `missed`. `generated.pairs_per_second` counts the making of the programs too. Real crates are
fetched from Debian's packages once (`tasks.crates`).
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import Any, NamedTuple

from sleepy_coder.breaker.corpus import rounds
from sleepy_coder.breaker.families import FAMILIES, family_named
from sleepy_coder.breaker.leaf import UNCHECKED, Leaf
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.breaker.templates import FILE
from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.execution import ThreadExecutor, core_count
from sleepy_coder.paths import find_paths
from sleepy_coder.provenance import provenance
from sleepy_coder.rust.compiler import CheckResult, Compiler
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.toolchain import Toolchain, find_toolchain
from sleepy_coder.tasks.crates import open_real, real_crate

SEED = 0
CRATE = "bytes"


class Size(NamedTuple):
    """How much is measured: rounds of generated programs, waves on the crate, breaks that each is checked plainly."""

    rounds: int
    waves: int
    plain_programs: int
    plain_crate: int


FULL, QUICK = Size(rounds=6, waves=6, plain_programs=40, plain_crate=8), Size(1, 1, 16, 4)


class Plain(NamedTuple):
    """A break for the plain way: both versions, the family, and the pair that the batch made of it."""

    green: SourceTree
    broken: SourceTree
    family: str
    pair: Pair | None


class Confirmed(NamedTuple):
    """Breaks per second the plain way, and how many pairs it found that the batch had not."""

    rate: float
    missed: int


class Measured(NamedTuple):
    """One turn: pairs per second in batches and with the plain way, and pairs that the batch missed."""

    batched: float
    plain: float
    missed: int


def run(*, quick: bool, tell: Callable[[str], None]) -> dict[str, Any]:
    """The measurement. Raises EnvironmentFault if the two ways disagree or the crate cannot be had."""
    toolchain, size = find_toolchain(), QUICK if quick else FULL
    tell("generated programs")
    generated = measure_generated(Compiler(toolchain, best_sandbox(required=False)), size)
    tell(f"the crate {CRATE}")
    crate = measure_crate(toolchain, size)
    kib = 1 if sys.platform == "darwin" else 1024
    peaks = [resource.getrusage(who).ru_maxrss * kib for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {
        "schema": "sleepy-coder/benchmark-breaker/1",
        "generated": generated,
        "crate": crate,
        # each worker holds one compiler, and this process holds the programs
        "memory_bytes": {"peak": peaks[0] + core_count() * peaks[1], "own": peaks[0], "compiler": peaks[1]},
        "cores": core_count(),
        "provenance": provenance(full=not quick, seeds=[SEED], rustc=toolchain.version),
    }


def measure_generated(compiler: Compiler, size: Size) -> dict[str, Any]:
    """Rounds of a stream of all families, after one that is not counted, each followed by a plain sample of it."""
    made = rounds("train", [family.name for family in FAMILIES], SEED, compiler)
    next(made)
    turns: list[Measured] = []
    pairs: list[Pair] = []
    proposed = 0
    for _ in range(size.rounds):
        began = time.perf_counter()
        one = next(made)
        seconds = time.perf_counter() - began
        won = [pair for pair in one.judged if pair is not None]
        sample = list(zip(one.proposed, one.judged, strict=True))[:: max(1, len(one.proposed) // size.plain_programs)]
        cases = [(program, site, program.broken_at(site), pair) for (program, site), pair in sample]
        plain = _plain(
            [Plain(p.green, tree, site.family, pair) for p, site, tree, pair in cases if tree is not None],
            compiler.check,
        )
        turns.append(Measured(len(won) / seconds, plain.rate * len(won) / len(one.proposed), plain.missed))
        pairs, proposed = pairs + won, proposed + len(one.proposed)
    lines = statistics.mean(pair.green.files[FILE].count("\n") for pair in pairs)
    families = len({pair.family for pair in pairs})
    return {
        **_rates(turns),
        "pairs": len(pairs),
        "proposed": proposed,
        "families": families,
        "lines_mean": round(lines, 1),
    }


def measure_crate(toolchain: Toolchain, size: Size) -> dict[str, Any]:
    """Waves of breaks of all families on one crate, each followed by a plain sample of its pairs."""
    cache, sandbox, crate = find_paths().cache, best_sandbox(required=False), real_crate(CRATE)
    with ExitStack() as open_:
        copies = [
            open_.enter_context(open_real(crate, cache, toolchain, sandbox, copy=f"{n}")) for n in range(core_count())
        ]
        leaf = Leaf(copies)
        green = leaf.program.green
        # the crate remembers what it was opened with, so the plain way must ask about something else
        fresh = green.with_files({green.root: green.files[green.root] + "\n"})
        waves = leaf.waves({family.name: 1.0 for family in FAMILIES}, SEED)
        turns: list[Measured] = []
        pairs = proposed = 0
        for _ in range(size.waves):
            began = time.perf_counter()
            wave = next(waves)
            seconds = time.perf_counter() - began
            tried, won = wave.tried.total(), len(wave.pairs)
            sample = wave.pairs[:: max(1, won // size.plain_crate)]
            plain = _plain([Plain(fresh, pair.broken, pair.family, pair) for pair in sample], leaf.check)
            turns.append(Measured(won / seconds, plain.rate * won / tried, plain.missed))
            pairs, proposed = pairs + won, proposed + tried
        lines = sum(text.count("\n") for file, text in green.files.items() if not UNCHECKED.search(file))
        name = f"{crate.name} {crate.version}"
        return {"name": name, "lines": lines, **_rates(turns), "pairs": pairs, "proposed": proposed}


def _plain(sample: Sequence[Plain], check: Callable[[SourceTree], CheckResult]) -> Confirmed:
    """Each version checked by itself. Raises EnvironmentFault if a pair is none, or reads differently."""
    trees = [tree for one in sample for tree in (one.green, one.broken)]
    began = time.perf_counter()
    results = list(ThreadExecutor().map(check, trees))
    seconds = time.perf_counter() - began
    missed = 0
    for one, green, broken in zip(sample, results[::2], results[1::2], strict=True):
        sole = green.green and len(broken.errors) == 1 and broken.errors[0].code in family_named(one.family).codes
        if one.pair is not None and not (sole and one.pair.diagnostic == broken.errors[0]):
            raise EnvironmentFault(f"a batch and rustc disagree about a break of {one.family}: please report this")
        missed += sole and one.pair is None
    return Confirmed(len(sample) / seconds, missed)


def _rates(turns: Sequence[Measured]) -> dict[str, Any]:
    batched = [turn.batched for turn in turns]
    return {
        "pairs_per_second": round(statistics.median(batched), 1),
        "times_plain": round(statistics.median(turn.batched / turn.plain for turn in turns), 1),
        "plain_pairs_per_second": round(statistics.median(turn.plain for turn in turns), 1),
        "missed": sum(turn.missed for turn in turns),
        "turns": [round(rate, 1) for rate in batched],
    }
