"""An evaluation of a model alone in its steps: questions (compiler), answers (model), verdicts (compiler).

Each step leaves a file, so that each can be done on a machine of its own, and goes on where it was cut short.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sleepy_coder.agent.suggestions import hint
from sleepy_coder.errors import UsageError
from sleepy_coder.evaluation.answer import read_answers
from sleepy_coder.evaluation.arms import model_results
from sleepy_coder.evaluation.baselines import training_neighbours
from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.evaluation.judge import judge
from sleepy_coder.evaluation.questions import Question, pose
from sleepy_coder.evaluation.record import Evaluation, summarise
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.suites import Suite

HINTS, RETRIEVAL = "hints", "retrieval"


def questions_for(arm: str, suite: Suite, compiler: Compiler, cache: Cache) -> tuple[Question, ...]:
    """The suite's questions, with what this arm tells a model besides the error."""
    questions = pose(suite.tasks, compiler, cache)
    if arm == HINTS:
        return tuple(
            replace(question, hint=hint(question.target, question.task.tree) if question.target else None)
            for question in questions
        )
    if arm == RETRIEVAL:
        neighbours = training_neighbours(compiler)
        near = [neighbours.nearest(q.task.tree, q.target) if q.target is not None else None for q in questions]
        return tuple(
            replace(question, similar=one.text if one is not None else None)
            for question, one in zip(questions, near, strict=True)
        )
    return questions


def judged(
    suite: Suite,
    path: Path,
    compiler: Compiler,
    cache: Cache,
    *,
    level: float = 0.95,
    on_progress: Callable[[int], None] = lambda done: None,
) -> Evaluation:
    """The verdicts on an answers file. Raises UsageError if it is about another suite, or lacks answers."""
    head, rows = read_answers(path)
    if head.get("suite_digest") != suite.digest:
        raise UsageError(f"{path} holds answers to another version of {head.get('suite')}: answer {suite.name} first")
    questions = pose(suite.tasks, compiler, cache)
    answered = {row.task for row in rows}
    missing = [question.task.id for question in questions if question.target and question.task.id not in answered]
    if missing:
        raise UsageError(f"{path} lacks answers to {len(missing)} tasks: run evaluate --answers again, it goes on")
    judgements = judge(questions, rows, compiler, cache, on_progress=on_progress)
    return summarise(
        model_results(questions, rows, judgements),
        suite=suite.name,
        suite_digest=suite.digest,
        library=head.get("library"),
        arm=str(head.get("arm")),
        seeds=(int(head.get("seed", 0)),),
        level=level,
        easy_families=suite.easy_families,
    )


def about(suite: Suite, library: str | None, arm: str) -> dict[str, str | None]:
    """What heads an answers file."""
    return {"suite": suite.name, "suite_digest": suite.digest, "library": library, "arm": arm}
