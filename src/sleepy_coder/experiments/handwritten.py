"""Errors of the kinds that people make: `fix`, its stage 0 alone, and cargo fix.

Language models that knew neither the agent nor its rules wrote the suite `handwritten`, and no rule is made after it.
`fix` is `fix FILE.rs`, where nobody judges but rustc; `fix_run` is the agent where the program's own assertions judge
as well; `suggestions` is stage 0 of the first; `cargo_fix` is the peer. Right is a program that ends as its reference
does; wrong is what an arm calls done and ends otherwise; the others are left.
"""

import statistics
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from sleepy_coder.agent.team import Team, assemble
from sleepy_coder.day import Day, plan_of
from sleepy_coder.evaluation.statistics import clopper_pearson
from sleepy_coder.experiments.cargo_fix import cargo_fix
from sleepy_coder.paths import find_paths
from sleepy_coder.provenance import provenance
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.crates.cargo import Crate, open_crate
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.settings import Settings
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.suites import load_suite
from sleepy_coder.tasks.task import Oracle, Task

SUITE = "handwritten"
QUICK = 4
FIX, FIX_RUN, SUGGESTIONS, CARGO_FIX = ARMS = ("fix", "fix_run", "suggestions", "cargo_fix")
RIGHT, WRONG, LEFT = "right", "wrong", "left"
MAIN = "src/main.rs"
MANIFEST = '[package]\nname = "program"\nversion = "0.0.0"\nedition = "2021"\n'


class _Bench(NamedTuple):
    team: Team
    settings: Settings
    compiler: Compiler
    crate: Crate


class _Ended(NamedTuple):
    """One item under one arm. `tree` is what the arm calls done."""

    tree: SourceTree | None
    seconds: float


def run(compiler: Compiler, *, quick: bool, tell: Callable[[str], None] = lambda words: None) -> dict[str, Any]:
    """The whole measurement as one JSON object. Raises EnvironmentFault where nothing can contain cargo fix."""
    suite = load_suite(SUITE)
    tasks = suite.tasks[:QUICK] if quick else suite.tasks
    home = find_paths().cache / "experiments" / SUITE  # of its own: nights change the owner's
    home.mkdir(parents=True, exist_ok=True)
    team, settings = assemble(find_paths({"SLEEPY_CODER_HOME": str(home)}), Settings()), Settings()
    rows = []
    with _program(compiler) as crate:
        bench = _Bench(team, settings, compiler, crate)
        for number, task in enumerate(tasks, 1):
            rows.append(_row(task, bench))
            tell(f"{number} of {len(tasks)}: " + ", ".join(f"{arm} {rows[-1][arm]}" for arm in ARMS))
    seconds = sorted(row["seconds"] for row in rows if row[FIX] == RIGHT)
    return {
        "schema": "sleepy-coder/handwritten/1",
        "items": len(rows),
        "arms": {arm: _arm([row[arm] for row in rows]) for arm in ARMS},
        "seconds": {
            "median": round(statistics.median(seconds), 2) if seconds else None,
            "p95": seconds[min(len(seconds) - 1, int(0.95 * len(seconds)))] if seconds else None,
        },
        "model": {"id": team.name, "library": team.library_id},
        "ends": rows,
        "provenance": provenance(
            full=not quick, seeds=[settings.seed], digests={"suite": suite.digest}, rustc=compiler.toolchain.version
        ),
    }


@contextmanager
def _program(compiler: Compiler) -> Iterator[Crate]:
    """A crate of one file, as cargo fix wants it, in which each program takes its turn."""
    with tempfile.TemporaryDirectory(prefix="sleepy-coder-") as name:
        folder = Path(name)
        (folder / "src").mkdir()
        (folder / "Cargo.toml").write_text(MANIFEST)
        (folder / MAIN).write_text("fn main() {}\n")
        with open_crate(folder, compiler.toolchain, compiler.sandbox) as crate:
            yield crate


def _row(task: Task, bench: _Bench) -> dict[str, Any]:
    ended = {arm: _work(task, arm, bench) for arm in ARMS}
    return {
        "id": task.id,
        **{arm: _end(task, one.tree, bench.compiler) for arm, one in ended.items()},
        "seconds": round(ended[FIX].seconds, 2),
    }


def _work(task: Task, arm: str, bench: _Bench) -> _Ended:
    if arm == CARGO_FIX:
        (text,) = task.files.values()
        broken = SourceTree({**bench.crate.tree.files, MAIN: text}, edition=task.edition)
        fixed = cargo_fix(bench.crate, broken, bench.compiler.toolchain)
        after = SourceTree(dict.fromkeys(task.files, fixed.tree.files[MAIN]), edition=task.edition)
        return _Ended(after if bench.compiler.check(after).green else None, fixed.seconds)
    asked = task if arm == FIX_RUN else replace(task, oracle=Oracle("compile"))
    plan = plan_of(bench.settings, [0] if arm == SUGGESTIONS else None)
    project = TaskProject(asked, bench.compiler)
    outcome = Day(bench.team, plan, bench.settings.seed, None).work_on(project, origin="", subject=task.id).outcome
    return _Ended(outcome.after if outcome.fixed else None, outcome.seconds)


def _end(task: Task, done: SourceTree | None, compiler: Compiler) -> str:
    if done is None:
        return LEFT
    return RIGHT if TaskProject(task, compiler).consult(done).passed else WRONG


def _arm(ends: Sequence[str]) -> dict[str, Any]:
    """Counts, and the share of right ones with its interval."""
    found, total = Counter(ends), len(ends)
    interval = clopper_pearson(found[RIGHT], total)
    return {
        **{end: found[end] for end in (RIGHT, WRONG, LEFT)},
        "fraction": found[RIGHT] / total,
        "interval": [interval.low, interval.high],
    }
