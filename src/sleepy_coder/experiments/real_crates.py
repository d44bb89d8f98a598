"""Single errors and groups of three in real crates that nothing was trained on: the agent, stage 0 alone, cargo fix.

`planting` breaks the crates of the evaluation split where a test would notice; `halves` splits each crate's tests.
Every item goes to four arms in turn: the agent with the oracle half, compiler suggestions with the oracle half, `cargo
fix --broken-code`, and the agent without tests. Fixed is what compiles and passes the oracle half; harmful is what an
arm accepts although a hidden test fails. What is done stays in a file of lines below the cache, so that a run that was
interrupted goes on. Crates with fewer than `FEW_TESTS` tests are counted apart.
"""

import hashlib
import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from sleepy_coder.agent.team import Team, assemble
from sleepy_coder.day import Day, plan_of
from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.evaluation.statistics import wilson
from sleepy_coder.experiments.cargo_fix import cargo_fix
from sleepy_coder.experiments.halves import HalfTested, SplitCrate
from sleepy_coder.experiments.planting import Amount, Planted, plant
from sleepy_coder.paths import Paths, find_paths
from sleepy_coder.provenance import provenance
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.settings import Settings
from sleepy_coder.tasks.crates import open_real, real_crates

SEED = 90_017
FEW_TESTS = 10
FULL = Amount(singles=300, groups=100, sites=8)
MIDDLE = Amount(singles=24, groups=6, sites=2)
QUICK = Amount(singles=3, groups=1, sites=1, families=40)
QUICK_CRATES = ("strsim", "vec_map")
AGENT, SUGGESTIONS, CARGO_FIX, UNTESTED = "agent", "suggestions", "cargo_fix", "agent_without_tests"
ARMS = (AGENT, SUGGESTIONS, CARGO_FIX, UNTESTED)


class Done(msgspec.Struct, frozen=True):
    """What one arm made of one item. `accepted`: it says that it is done; `hidden`: hidden tests that fail then."""

    item: str
    crate: str
    families: tuple[str, ...]
    codes: tuple[str, ...]
    arm: str
    fixed: bool
    accepted: bool
    hidden: int
    seconds: float
    stages: tuple[int, ...]
    verdict: str


class _Bench(NamedTuple):
    crates: Mapping[str, SplitCrate]
    team: Team
    settings: Settings
    compiler: Compiler


def run(
    compiler: Compiler, *, quick: bool, middle: bool = False, tell: Callable[[str], None] = lambda words: None
) -> dict[str, Any]:
    """The experiment. Raises EnvironmentFault if the crates cannot be had."""
    amount, names = (QUICK, QUICK_CRATES) if quick else (MIDDLE if middle else FULL, None)
    paths = find_paths()
    with ExitStack() as open_:
        crates = _opened(names, paths.cache, compiler, open_, tell)
        result = measure(crates, amount, paths, compiler, tell)
    given = provenance(full=not quick and not middle, seeds=[SEED], rustc=compiler.toolchain.version)
    return {"schema": "sleepy-coder/real-crates/1", **result, "provenance": given}


def measure(
    crates: Mapping[str, SplitCrate], amount: Amount, paths: Paths, compiler: Compiler, tell: Callable[[str], None]
) -> dict[str, Any]:
    """All figures for these crates. What is done is kept below the cache of `paths`."""
    settings = replace(Settings(), seed=SEED, sandbox="required")
    folder = paths.cache / "real-crates"
    folder.mkdir(parents=True, exist_ok=True)
    rich = {name: crate for name, crate in crates.items() if len(crate.tests) >= FEW_TESTS}
    items = _planted(rich, amount, folder, tell)
    team = assemble(paths, settings)
    bench = _Bench(rich, team, settings, compiler)
    done = list(_all_done(items, bench, folder / f"done-{_key(items, team)}.jsonl", tell))
    return {
        **_figures(items, done),
        "crates": {
            name: {"tests": len(crate.tests), "items": sum(item.crate == name for item in items)}
            for name, crate in rich.items()
        },
        "few_tests": {name: len(crate.tests) for name, crate in crates.items() if name not in rich},
        "model": {"id": team.name, "library": team.library_id},
    }


def _opened(
    names: Sequence[str] | None, cache: Path, compiler: Compiler, open_: ExitStack, tell: Callable[[str], None]
) -> dict[str, SplitCrate]:
    found = {}
    for crate in real_crates("evaluation"):
        if names is not None and crate.name not in names:
            continue
        tell(f"opening {crate.name}")
        try:
            plain, whole = (
                open_.enter_context(
                    open_real(crate, cache, compiler.toolchain, compiler.sandbox, copy=f"experiment-{n}", tests=n == 1)
                )
                for n in range(2)
            )
        except EnvironmentFault as problem:
            tell(f"{crate.name} is left out: {problem}")
            continue
        if plain.check(plain.tree).green and whole.check(whole.tree).green:
            found[crate.name] = SplitCrate(plain, whole, SEED)
        else:
            tell(f"{crate.name} is left out: it does not compile as it is")
    if not found:
        raise EnvironmentFault("no real crate can be had here: they come from Debian's packages")
    return found


def _planted(
    crates: Mapping[str, SplitCrate], amount: Amount, folder: Path, tell: Callable[[str], None]
) -> list[Planted]:
    """The items, kept once they are chosen: they depend on the amount, the seed, the crates and the breaker alone."""
    digest = _digest(amount, sorted(crates), _code("breaker/**/*.py", "experiments/planting.py"))
    file = folder / f"items-{SEED}-{digest}.json"
    if file.is_file():
        return msgspec.json.decode(file.read_bytes(), type=list[Planted])
    items = plant(crates, amount, SEED, folder, tell)
    file.write_bytes(msgspec.json.encode(items))
    return items


def _key(items: Sequence[Planted], team: Team) -> str:
    """Work that was done by other code, or by another model, is not gone on with."""
    return _digest(items, team.name, team.library_id, _code("**/*.py"))


def _code(*patterns: str) -> str:
    root = Path(str(resources.files("sleepy_coder")))
    files = sorted(file for pattern in patterns for file in root.glob(pattern))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _digest(*parts: object) -> str:
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()[:16]


def _all_done(items: Sequence[Planted], bench: _Bench, file: Path, tell: Callable[[str], None]) -> Iterator[Done]:
    lines = file.read_bytes().splitlines() if file.is_file() else []
    known = {(one.item, one.arm): one for one in (msgspec.json.decode(line, type=Done) for line in lines)}
    for number, item in enumerate(items, 1):
        for arm in ARMS:
            if (item.id, arm) not in known:
                known[item.id, arm] = _work(item, arm, bench)
                with file.open("ab") as out:
                    out.write(msgspec.json.encode(known[item.id, arm]) + b"\n")
            yield known[item.id, arm]
        tell(f"{number} of {len(items)} items: " + ", ".join(f"{arm} {known[item.id, arm].fixed}" for arm in ARMS[:3]))


def _work(item: Planted, arm: str, bench: _Bench) -> Done:
    crate = bench.crates[item.crate]
    broken = item.tree(crate.green)
    stages: tuple[int, ...] = ()
    after: SourceTree | None
    if arm == CARGO_FIX:
        after, seconds = cargo_fix(crate.whole, broken, bench.compiler.toolchain)
        accepted = crate.whole.check(after).green
        verdict = "FIXED" if accepted else "BROKEN"
    else:
        plan = plan_of(bench.settings, [0] if arm == SUGGESTIONS else None)
        day = Day(bench.team, plan, SEED, None)
        project = HalfTested(crate, broken, tested=arm != UNTESTED)
        outcome = day.work_on(project, origin="experiment", subject=item.id).outcome
        after, seconds, accepted, verdict = outcome.after, outcome.seconds, outcome.fixed, str(outcome.verdict)
        stages = tuple(one.stage for one in outcome.mended)
    told = crate.ask(after) if accepted and after is not None else None
    fixed = told is not None and told.compiled and not told.oracle
    hidden = len(told.hidden) if told is not None and (fixed or arm == UNTESTED) else 0
    harmful = hidden + (len(told.oracle) if told is not None and arm == UNTESTED else 0)
    shape = (item.id, item.crate, item.families, item.codes, arm)
    return Done(*shape, fixed, accepted, harmful, round(seconds, 3), stages, verdict)


def _figures(items: Sequence[Planted], done: Sequence[Done]) -> dict[str, Any]:
    parts = {
        "single": [one for one in done if len(one.families) == 1],
        "groups": [one for one in done if len(one.families) > 1],
    }
    with_tests = [one for one in done if one.arm in (AGENT, SUGGESTIONS) and one.accepted]
    untested = [one for one in done if one.arm == UNTESTED and one.accepted]
    fixed = {arm: {one.item for one in done if one.arm == arm and one.fixed} for arm in ARMS}
    singles = [item for item in items if len(item.families) == 1]
    return {
        **{name: _part(part) for name, part in parts.items()},
        "harmful_accepted": sum(one.hidden > 0 for one in with_tests),
        "harmful_fraction_without_tests": _fraction(one.hidden > 0 for one in untested),
        "accepted_without_tests": len(untested),
        "fixed_by_others_alone": {arm: sorted(fixed[arm] - fixed[AGENT]) for arm in (SUGGESTIONS, CARGO_FIX)},
        "operators": _by(parts["single"], lambda one: one.families[0]),
        "codes": dict(Counter(item.codes[0] for item in singles).most_common()),
    }


def _part(done: Sequence[Done]) -> dict[str, Any]:
    arms = {arm: [one for one in done if one.arm == arm] for arm in ARMS}
    fixed = {arm: sum(one.fixed for one in ones) for arm, ones in arms.items()}
    count = len(arms[AGENT])
    seconds = sorted(one.seconds for one in arms[AGENT] if one.fixed)
    stages = Counter(max(one.stages, default=-1) for one in arms[AGENT] if one.fixed)
    rate = {arm: fixed[arm] / count if count else 0.0 for arm in (AGENT, SUGGESTIONS, CARGO_FIX)}
    return {
        **{arm: round(value, 4) for arm, value in rate.items()},
        "gain_points": round(100 * (rate[AGENT] - rate[SUGGESTIONS]), 1),
        "interval": [round(x, 4) for x in wilson(fixed[AGENT], count)] if count else None,
        "items": count,
        "seconds": {
            "median": round(statistics.median(seconds), 2) if seconds else None,
            "p95": round(seconds[min(len(seconds) - 1, int(0.95 * len(seconds)))], 2) if seconds else None,
        },
        "fixed_by_highest_stage": {str(stage): number for stage, number in sorted(stages.items())},
    }


def _by(done: Sequence[Done], key: Callable[[Done], str]) -> dict[str, dict[str, int]]:
    """Items, and how many of them each arm fixed."""
    table: defaultdict[str, dict[str, int]] = defaultdict(lambda: {"items": 0, **dict.fromkeys(ARMS[:3], 0)})
    for one in done:
        row = table[key(one)]
        row["items"] += one.arm == AGENT
        if one.arm in row:
            row[one.arm] += one.fixed
    return dict(sorted(table.items()))


def _fraction(values: Iterable[bool]) -> float:
    listed = list(values)
    return round(sum(listed) / len(listed), 4) if listed else 0.0
