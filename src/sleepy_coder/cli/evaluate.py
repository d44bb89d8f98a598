"""`evaluate --suite NAME|FILE [--arm ARM]`: how much of a suite gets fixed, item by item.

The result is kept for the record of what was forgotten; the attempts are not.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from sleepy_coder.agent.team import Team, assemble
from sleepy_coder.cli import equipment
from sleepy_coder.cli.day import by_family
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Attempts, Json, Library, Model, Seed, SuiteName
from sleepy_coder.cli.output import escaped, note, progress, say
from sleepy_coder.day import TASKS_AT_A_TIME, plan_of
from sleepy_coder.durable import make_folder, write_atomically
from sleepy_coder.errors import UsageError
from sleepy_coder.evaluation.answer import answer
from sleepy_coder.evaluation.arms import agent_arm
from sleepy_coder.evaluation.baselines import copied_right
from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.evaluation.questions import Question, dump_questions, load_questions
from sleepy_coder.evaluation.record import Evaluation, ItemResult, Part, summarise, to_json
from sleepy_coder.evaluation.record import evaluate as measure
from sleepy_coder.evaluation.steps import HINTS, RETRIEVAL, about, judged, questions_for
from sleepy_coder.paths import Paths, find_paths
from sleepy_coder.routing.router import FixedRouter, Router
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import Settings, load
from sleepy_coder.tasks.suites import Suite, load_suite
from sleepy_coder.tasks.verify import Verdict

ARMS: dict[str, tuple[int, ...]] = {
    "agent": (0, 1, 2),
    "suggestions": (0,),
    "base": (2,),
    "share_routed": (1, 2),  # the model alone, by the library's routes
}
ALONE = ("base", "share_routed", HINTS, RETRIEVAL)
"""Arms, besides skill:ID, in which a model answers once and nobody else does: these can be taken in steps."""

COPY = "copy_neighbour"
KNOWN_ARMS = (*ARMS, HINTS, RETRIEVAL, COPY, "skill:ID")

app = one_command()


@app.command()
def evaluate(
    suite: SuiteName,
    arm: Annotated[str, typer.Option("--arm", metavar="ARM", help=f"One of {', '.join(KNOWN_ARMS)}.")] = "agent",
    version: Library = None,
    attempts: Attempts = None,
    model: Model = None,
    seed: Seed = None,
    questions: Annotated[
        Path | None,
        typer.Option("--questions", metavar="FILE", help="The suite with its errors: made where it is not there."),
    ] = None,
    answers: Annotated[
        Path | None, typer.Option("--answers", metavar="FILE", help="Write a model's answers alone; goes on.")
    ] = None,
    judge: Annotated[Path | None, typer.Option("--judge", metavar="FILE", help="Judge such answers, no model.")] = None,
    as_json: Json = False,
) -> int:
    """Measure an arm on a suite. No episode is kept, so an evaluation never becomes training data.

    In steps: --questions FILE (a compiler), --questions FILE --answers FILE (a model and no compiler), --judge FILE.
    """
    flags = {"model": model, "attempts": attempts, "seed": seed}
    settings, paths = load(Path(), flags).settings, find_paths()
    work = _Work(load_suite(suite, paths.suites), settings, paths)
    if judge is not None:
        return _tell(work.judged(judge), as_json=as_json)
    if arm == COPY:
        return _tell(_copied(work.suite, work.compiler), as_json=as_json)
    team = assemble(paths, settings, version)
    stages, router = _arm(arm, team)
    if questions is None and answers is None and arm not in (HINTS, RETRIEVAL):
        return _tell(work.measured(arm, stages, router, team), as_json=as_json)
    if arm not in ALONE and not arm.startswith("skill:"):
        raise UsageError(f"{arm} works with the compiler at hand: in steps only {', '.join(ALONE)}, skill:ID")
    asked = work.asked(arm, questions)
    if answers is None and questions is not None:
        note(f"{questions}: {len(asked)} questions of {work.suite.name}")
        return 0
    kept = answers or work.kept_answers(arm, team)
    work.answer(asked, arm, router, team, kept, attempts or 1)
    if answers is not None:
        note(f"{answers}: answers to {len(asked)} tasks; judge them with --judge {answers}")
        return 0
    return _tell(work.judged(kept), as_json=as_json)


@dataclass(frozen=True, slots=True)
class _Work:
    """One suite under one set of settings, measured whole or in steps."""

    suite: Suite
    settings: Settings
    paths: Paths

    @property
    def compiler(self) -> Compiler:
        return equipment.compiler(self.settings)

    def measured(self, arm: str, stages: Sequence[int], router: Router, team: Team) -> Evaluation:
        """What the agent makes of the suite; kept for the record of what was forgotten."""
        settings, suite = self.settings, self.suite
        solve = agent_arm(self.compiler, plan_of(settings, stages), router, team.model, seed=settings.seed)
        with progress(f"{arm} on {suite.name}", len(suite.tasks)) as advance:
            result = measure(
                suite.tasks,
                solve,
                suite=suite.name,
                suite_digest=suite.digest,
                library=team.library_id,
                arm=arm,
                seed=settings.seed,
                level=settings.interval_level,
                easy_families=suite.easy_families,
                chunk=TASKS_AT_A_TIME,
                on_progress=lambda done: advance(done=done),
            )
        name = f"{result.library or 'none'}-{suite.digest[:8]}-{arm.replace(':', '-')}-{settings.seed}.json"
        write_atomically(make_folder(self.paths.of(settings.model).evaluations) / name, to_json(result))
        return result

    def asked(self, arm: str, file: Path | None) -> tuple[Question, ...]:
        """The questions in a file, or those that the compiler makes, which are then kept there."""
        if file is not None and file.exists():
            return load_questions(file, self.suite.tasks)
        with self._verdicts() as cache:
            made = questions_for(arm, self.suite, self.compiler, cache)
        if file is not None:
            write_atomically(file, dump_questions(made), mode=0o644)
        return made

    def kept_answers(self, arm: str, team: Team) -> Path:
        """Where answers are kept that nobody gave a place for: what was cut short goes on."""
        name = f"{self.suite.digest[:12]}-{team.library_id}-{arm}-{self.settings.seed}.jsonl"
        return self.paths.cache / "answers" / name

    def answer(
        self, asked: Sequence[Question], arm: str, router: Router, team: Team, file: Path, attempts: int
    ) -> None:
        """A model's answers, into a file."""
        with progress(f"{arm} on {self.suite.name}", len(asked)) as advance:
            answer(
                asked,
                team.model(),
                router,
                file,
                about=about(self.suite, team.library_id, arm),
                seed=self.settings.seed,
                attempts=attempts,
                on_progress=lambda done: advance(done=done),
            )

    def judged(self, file: Path) -> Evaluation:
        """The verdicts on the answers in a file."""
        with self._verdicts() as cache, progress(f"judging {self.suite.name}", len(self.suite.tasks)) as advance:
            level = self.settings.interval_level
            return judged(
                self.suite, file, self.compiler, cache, level=level, on_progress=lambda done: advance(done=done)
            )

    def _verdicts(self) -> Cache:
        return Cache(self.paths.cache / "verdicts.db")


def _tell(result: Evaluation, *, as_json: bool) -> int:
    if as_json:
        sys.stdout.write(escaped(to_json(result).decode()))
        return 0
    say(by_family((item.family, item.verdict, item.stage) for item in result.items))
    note(f"{result.arm} on {result.suite}: {_share(result)}")
    for kind, part in (("hard", result.hard), ("easy", result.easy)):
        if part is not None and part.total:
            note(f"  {kind} families: {_share(part)}")
    return 0


def _share(part: Evaluation | Part) -> str:
    low, high = part.interval
    percent = 100 * part.passed / max(part.total, 1)
    return f"{part.passed} of {part.total} fixed, {percent:.1f} % ({100 * low:.1f} to {100 * high:.1f} %)"


def _copied(suite: Suite, compiler: Compiler) -> Evaluation:
    """The arm that copies the nearest training repair, one answer to each task; no model is asked."""
    right = {task.id for task in copied_right(suite.tasks, compiler)}
    items = [
        ItemResult(
            id=task.id,
            verdict=Verdict.FIXED if task.id in right else Verdict.BROKEN,
            stage=None,
            attempts=1,
            seconds=0.0,
            family=task.family,
        )
        for task in suite.tasks
    ]
    return summarise(
        items,
        suite=suite.name,
        suite_digest=suite.digest,
        library=None,
        arm=COPY,
        easy_families=suite.easy_families,
    )


def _arm(arm: str, team: Team) -> tuple[Sequence[int], Router]:
    if arm in ARMS:
        return ARMS[arm], FixedRouter() if arm == "base" else team.router
    if arm in (HINTS, RETRIEVAL):
        return (1, 2), FixedRouter()
    kind, _, skill = arm.partition(":")
    if kind != "skill" or not skill:
        raise UsageError(f"unknown arm {arm!r}: choose from {', '.join(KNOWN_ARMS)}")
    known = team.library.manifest.skills if team.library is not None else {}
    if skill not in known:
        raise UsageError(f"the library has no skill {skill!r}; it has {', '.join(sorted(known)) or 'none'}")
    return (1,), FixedRouter(skill)
