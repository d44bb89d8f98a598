"""Candidates per second for a real crate, beside (a) a copy and a cold `cargo check` for each candidate and (b) a warm
copy for each core and `cargo check`.

The crate is broken in many functions at once; each error gets candidates, one of them right, in an order drawn by the
seed. Ours is what `fix` does: `agent.gather` on a warm crate. Every way is contained alike, uses all cores, and the
turns alternate. A rate is candidates judged per second; (b) must say of each what ours says. In `times_warm_copy_alone`
no candidates are combined: it is what leaving cargo out brings by itself. The first fix is that of a single error
(`first_fix_times_sooner`: warm). `cost_in_workspace` is the cost of a candidate beside many other
members of a workspace over that beside one.
"""

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from sleepy_coder.agent.gather import Edits, gather
from sleepy_coder.breaker.families import FAMILIES
from sleepy_coder.breaker.leaf import Leaf
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.errors import EditRejected, EnvironmentFault
from sleepy_coder.execution import ThreadExecutor, core_count
from sleepy_coder.paths import find_paths
from sleepy_coder.provenance import provenance
from sleepy_coder.rust.crates.cargo import Crate, open_crate
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.sandbox import Sandbox, best_sandbox
from sleepy_coder.rust.source import Edit, SourceTree, edits_between
from sleepy_coder.rust.toolchain import Toolchain, find_toolchain
from sleepy_coder.tasks.crates import fetched, real_crate
from sleepy_coder.tasks.phases import Phase, body, phase
from sleepy_coder.tasks.projects import CrateProject
from sleepy_coder.tasks.verify import Judge, Situation

SEED, CRATE = 0, "regex-syntax"


class Size(NamedTuple):
    """Errors at once, rounds, candidates judged the slow ways in each round, and other members of the workspace."""

    errors: int
    rounds: int
    warm: int
    cold: int
    members: int


FULL, QUICK = Size(errors=24, rounds=5, warm=12, cold=4, members=60), Size(12, 1, 4, 2, 10)


class Choice(NamedTuple):
    """A candidate for one of the errors, and whether it is right."""

    target: int
    edits: Edits
    right: bool


@dataclass(frozen=True)
class Work:
    """A tree with many errors, and the candidates of each in the order in which they are tried."""

    start: Situation
    choices: tuple[tuple[Choice, ...], ...]

    def tree(self, choice: Choice) -> SourceTree:
        """The tree with that candidate alone."""
        return self.start.tree.apply(choice.edits)


class Tools(NamedTuple):
    """Who compiles, and how it is contained."""

    toolchain: Toolchain
    sandbox: Sandbox


def run(*, quick: bool, tell: Callable[[str], None]) -> dict[str, Any]:
    """The measurement. Raises EnvironmentFault if the crate cannot be had, or if two ways disagree."""
    tools, size = Tools(find_toolchain(), best_sandbox(required=False)), QUICK if quick else FULL
    cache = find_paths().cache
    folder = fetched(real_crate(CRATE), cache)
    figures = measure(folder, cache / "verify", size, tools, tell)
    return {
        "schema": "sleepy-coder/benchmark-verify/1",
        **figures,
        "crate": f"{folder.name}",
        "cores": core_count(),
        "provenance": provenance(full=not quick, seeds=[SEED], rustc=tools.toolchain.version),
    }


def measure(folder: Path, cache: Path, size: Size, tools: Tools, tell: Callable[[str], None]) -> dict[str, Any]:
    """All figures for the crate in `folder`."""
    with ExitStack() as open_:
        copies = [
            open_.enter_context(open_crate(folder, *tools, cache=cache / f"copy-{n}")) for n in range(core_count())
        ]
        crate = copies[0]
        tell("breaking the crate")
        work = broken(crate, size.errors)
        rates: list[dict[str, float]] = []
        for number in range(-1, size.rounds):
            tell(f"round {number + 1}")
            turn = _turn(work, copies, size, tools, number)
            rates += [turn] if number >= 0 else []
        tell("the first fix")
        first = _first_fix(work, crate, tools)
    tell("in a larger workspace")
    lines = sum(text.count("\n") for text in work.start.tree.files.values())
    rate = {name: statistics.median(turn[name] for turn in rates) for name in rates[0]}
    return {
        "times_cold_copy": _median_ratio(rates, "cold"),
        "times_warm_copy": _median_ratio(rates, "warm"),
        "times_warm_copy_alone": round(statistics.median(turn["alone"] / turn["warm"] for turn in rates), 2),
        **first,
        "cost_in_workspace": _cost_in_workspace(folder, size.members, tools),
        "candidates_per_second": {name: round(value, 2) for name, value in rate.items()},
        "lines": lines,
        "errors": len(work.choices),
    }


def broken(crate: Crate, count: int) -> Work:
    """The crate with `count` type or borrow errors (fewer if it has no room), each in a function of its own."""
    wave = next(Leaf([crate]).waves({family.name: 1.0 for family in FAMILIES}, SEED))
    breaks: dict[tuple[str, str], Edits] = {}
    for pair in wave.pairs:
        home = body(pair.broken, pair.diagnostic)
        if home is not None and Phase.TYPES <= phase(pair.diagnostic) <= Phase.BORROWS and len(breaks) < count:
            breaks.setdefault(home, _edits(pair))
    tree = crate.tree.apply([edit for edits in breaks.values() for edit in edits])
    errors = crate.check(tree).errors
    rng = Random(SEED)
    targets: list[Diagnostic] = []
    choices: list[tuple[Choice, ...]] = []
    judge = Judge(CrateProject(crate, tests=False))
    for home in breaks:
        own = [error for error in errors if body(tree, error) == home]
        others = [edit for other, edits in breaks.items() if other != home for edit in edits]
        if len(own) == 1 and own[0].primary is not None:
            ways = _ways(tree, edits_between(tree, crate.tree.apply(others)), own[0].primary.file, len(targets))
            situation = Situation(tree, errors, (own[0],))
            admitted = [way for way in ways if isinstance(judge.admit(situation, way.edits), SourceTree)]
            if admitted and admitted[0].right:
                targets.append(own[0])
                choices.append(tuple(rng.sample(admitted, len(admitted))))
    return Work(Situation(tree, errors, tuple(targets)), tuple(choices))


def _edits(pair: Pair) -> Edits:
    return tuple(edits_between(pair.green, pair.broken))


def _ways(tree: SourceTree, right: Sequence[Edit], file: str, number: int) -> Iterator[Choice]:
    """The right candidate, then wrong ones: a new type error beside it, an unknown name beside it, nothing mended."""
    yield Choice(number, tuple(right), right=True)
    line = min(edit.first_line for edit in right)
    indent = tree.line(file, line)[: -len(tree.line(file, line).lstrip()) or None]
    for statement, mended in (('let _extra: u8 = "";', right), ("let _extra = unknown;", right), ("let _e = 0;", ())):
        wrong = (Edit(file, line, line - 1, "", indent + statement), *mended)
        try:
            tree.apply(wrong)
        except EditRejected:
            continue
        yield Choice(number, wrong, right=False)


def _turn(work: Work, copies: Sequence[Crate], size: Size, tools: Tools, number: int) -> dict[str, float]:
    """Candidates per second of each way, all on trees that nobody has compiled yet."""
    fresh = _marked(work, f"// turn {number}\n")
    judge = Judge(CrateProject(copies[0], tests=False))
    began = time.perf_counter()
    found = gather(judge, fresh.start, [[choice.edits for choice in ways] for ways in fresh.choices])
    seconds = time.perf_counter() - began
    if found is None:
        raise EnvironmentFault("the errors could not be mended together: please report this")
    judged = len(found.chosen) + len(found.failed)
    everything = [choice for ways in fresh.choices for choice in ways]
    sample = Random(number).sample(everything, min(size.warm, len(everything)))
    trees = [fresh.tree(choice) for choice in sample]
    began = time.perf_counter()
    alone = copies[0].check_many(trees)
    alone_seconds = time.perf_counter() - began
    groups = [list(range(n, len(trees), len(copies))) for n in range(len(copies))]
    began = time.perf_counter()
    told = list(
        ThreadExecutor().map(
            lambda group: {n: group[0].check_by_cargo(trees[n]) for n in group[1]}, zip(copies, groups, strict=True)
        )
    )
    warm_seconds = time.perf_counter() - began
    warm = {n: result for one in told for n, result in one.items()}
    for n, choice in enumerate(sample):
        kept = found.chosen.get(choice.target) == choice.edits
        if alone[n].errors != warm[n].errors or (kept and not choice.right):
            raise EnvironmentFault("cargo and the repeated calls disagree: please report this")
    cold = trees[: size.cold]
    return {
        "ours": judged / seconds,
        "alone": len(trees) / alone_seconds,
        "warm": len(trees) / warm_seconds,
        "cold": len(cold) / _cold_seconds(copies[0].package.folder, cold, tools) if number >= 0 else 0.0,
    }


def _marked(work: Work, mark: str) -> Work:
    """The same work on other text, so that nothing is remembered."""
    tree = work.start.tree
    files = {**tree.files, tree.root: tree.files[tree.root] + mark}
    return Work(work.start._replace(tree=replace(tree, files=files)), work.choices)


def _cold_seconds(folder: Path, trees: Sequence[SourceTree], tools: Tools) -> float:
    """Every tree in a copy of its own, checked from nothing. Laying the trees out is not counted, copying is."""
    with tempfile.TemporaryDirectory(prefix="sleepy-coder-") as name:
        places = []
        for number, tree in enumerate(trees):
            place = Path(name, str(number))
            shutil.copytree(folder, place)
            tree.write(place)
            places.append(place)

        def check(place: Path) -> None:
            open_crate(place, *tools).close()

        began = time.perf_counter()
        list(ThreadExecutor().map(check, places))
        return time.perf_counter() - began


def _first_fix(work: Work, crate: Crate, tools: Tools) -> dict[str, float]:
    """Seconds until one error has a verified repair: its candidates in order, ours warm and from nothing, and (a)."""
    choices = work.choices[0]
    right = next(choice for choice in choices if choice.right)
    others = [choice.edits for ways in work.choices[1:] for choice in ways if choice.right]
    base = work.start.tree.apply([edit for edits in others for edit in edits])
    only = [base, *(work.start.tree.apply([*choice.edits, *(e for o in others for e in o)]) for choice in choices)]
    with tempfile.TemporaryDirectory(prefix="sleepy-coder-") as name:
        place = Path(name, "crate")
        shutil.copytree(crate.package.folder, place)
        base.write(place)
        seconds: dict[str, float] = {}
        for key, home in (("cold", Path(name, "cache")), ("warm", Path(name, "cache"))):
            began = time.perf_counter()
            with open_crate(place, *tools, cache=home) as opened:
                results = opened.check_many(only[1:])
                green = next(tree for tree, result in zip(only[1:], results, strict=True) if result.green)
                if not opened.check_by_cargo(green).green:
                    raise EnvironmentFault("cargo does not agree with the repeated calls: please report this")
            seconds[key] = time.perf_counter() - began
    first = choices.index(right) + 1
    rounds = -(-first // core_count()) * core_count()
    copied = _cold_seconds(crate.package.folder, only[:1], tools)
    copied += _cold_seconds(crate.package.folder, only[1 : 1 + rounds], tools)
    return {
        "first_fix_times_sooner": round(copied / seconds["warm"], 2),
        "first_fix_times_sooner_from_nothing": round(copied / seconds["cold"], 2),
        "first_fix_seconds": round(seconds["warm"], 2),
    }


def _cost_in_workspace(folder: Path, count: int, tools: Tools) -> float:
    """A candidate's cost as one of many members, over that of the same crate with a single neighbour."""
    with tempfile.TemporaryDirectory(prefix="sleepy-coder-") as name, ExitStack() as open_:
        crates = []
        for members in (1, count):
            root = Path(name, str(members))
            shutil.copytree(folder, root / "leaf")
            for n in range(members):
                place = root / f"m{n}"
                (place / "src").mkdir(parents=True)
                (place / "Cargo.toml").write_text(f'[package]\nname = "m{n}"\nversion = "0.1.0"\nedition = "2021"\n')
                (place / "src" / "lib.rs").write_text("".join(f"pub fn f{i}() -> u32 {{ {i} }}\n" for i in range(500)))
            (root / "Cargo.toml").write_text('[workspace]\nmembers = ["leaf", "m*"]\nresolver = "2"\n')
            crates.append(open_.enter_context(open_crate(root / "leaf", *tools, cache=Path(name, f"cache-{members}"))))
        costs: dict[int, list[float]] = {0: [], 1: []}
        for turn in range(-1, 4):
            for which, crate in enumerate(crates):
                text = crate.tree.files[crate.tree.root]
                marked = [f"{text}// {turn} {n}\n" for n in range(core_count())]
                trees = [crate.tree.with_files({crate.tree.root: one}) for one in marked]
                began = time.perf_counter()
                crate.check_many(trees)
                costs[which] += [time.perf_counter() - began] if turn >= 0 else []
        return round(min(costs[1]) / min(costs[0]), 2)


def _median_ratio(rates: Sequence[dict[str, float]], rival: str) -> float:
    return round(statistics.median(turn["ours"] / turn[rival] for turn in rates), 2)
