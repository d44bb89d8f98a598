"""`evaluate --suite NAME|FILE [--arm ARM]`: how much of a suite gets fixed, item by item.

The result is kept for the record of what was forgotten; the attempts are not.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from sleepy_coder.agent.team import Team, assemble
from sleepy_coder.cli import equipment
from sleepy_coder.cli.day import SuiteOption, by_family
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.output import Attempts, Json, Model, Seed, escaped, note, progress, say
from sleepy_coder.cli.suite import own_suites
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
from sleepy_coder.routing.router import FixedRouter, Router
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import Settings, find_paths, load
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
    suite: SuiteOption,
    arm: Annotated[str, typer.Option("--arm", metavar="ARM", help=f"One of {', '.join(KNOWN_ARMS)}.")] = "agent",
    version: Annotated[str | None, typer.Option("--library", metavar="VERSION", help="Not the one served.")] = None,
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
    chosen = load_suite(suite, own_suites())
    verdicts = paths.cache / "verdicts.db"
    if judge is not None:
        with Cache(verdicts) as cache, progress(f"judging {chosen.name}", len(chosen.tasks)) as advance:
            level = settings.interval_level
            compiler = equipment.compiler(settings)
            found = judged(chosen, judge, compiler, cache, level=level, on_progress=lambda done: advance(done=done))
        return _tell(found, as_json=as_json)
    if arm == COPY:
        return _tell(_copied(chosen, equipment.compiler(settings)), as_json=as_json)
    team = assemble(paths, settings, version)
    stages, router = _arm(arm, team)
    if questions is not None or answers is not None or arm in (HINTS, RETRIEVAL):
        if arm not in ALONE and not arm.startswith("skill:"):
            raise UsageError(f"{arm} works with the compiler at hand: in steps only {', '.join(ALONE)}, skill:ID")
        with Cache(verdicts) as cache:
            asked = _asked(arm, chosen, questions, settings, cache)
            if answers is None and questions is not None:
                note(f"{questions}: {len(asked)} questions of {chosen.name}")
                return 0
            name = f"{chosen.digest[:12]}-{team.library_id}-{arm}-{settings.seed}.jsonl"
            kept = answers or paths.cache / "answers" / name
            with progress(f"{arm} on {chosen.name}", len(asked)) as advance:
                answer(
                    asked,
                    team.model(),
                    router,
                    kept,
                    about=about(chosen, team.library_id, arm),
                    seed=settings.seed,
                    attempts=attempts or 1,
                    on_progress=lambda done: advance(done=done),
                )
            if answers is not None:
                note(f"{answers}: answers to {len(asked)} tasks; judge them with --judge {answers}")
                return 0
            level = settings.interval_level
            return _tell(judged(chosen, kept, equipment.compiler(settings), cache, level=level), as_json=as_json)
    solve = agent_arm(equipment.compiler(settings), plan_of(settings, stages), router, team.model, seed=settings.seed)
    with progress(f"{arm} on {chosen.name}", len(chosen.tasks)) as advance:
        result = measure(
            chosen.tasks,
            solve,
            suite=chosen.name,
            suite_digest=chosen.digest,
            library=team.library_id,
            arm=arm,
            seed=settings.seed,
            level=settings.interval_level,
            easy_families=chosen.easy_families,
            chunk=TASKS_AT_A_TIME,
            on_progress=lambda done: advance(done=done),
        )
    name = f"{result.library or 'none'}-{chosen.digest[:8]}-{arm.replace(':', '-')}-{settings.seed}.json"
    write_atomically(make_folder(paths.of(settings.model).evaluations) / name, to_json(result))
    return _tell(result, as_json=as_json)


def _asked(arm: str, suite: Suite, file: Path | None, settings: Settings, cache: Cache) -> tuple[Question, ...]:
    """The questions in a file, or those that the compiler makes, which are then kept there."""
    if file is not None and file.exists():
        return load_questions(file, suite.tasks)
    made = questions_for(arm, suite, equipment.compiler(settings), cache)
    if file is not None:
        write_atomically(file, dump_questions(made), mode=0o644)
    return made


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
