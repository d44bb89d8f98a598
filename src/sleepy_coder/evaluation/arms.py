"""What can be measured: the whole agent, or a model alone, behind one seam (`record.Solve`)."""

from collections.abc import Callable, Sequence

from sleepy_coder.agent import waves
from sleepy_coder.agent.fixer import fix
from sleepy_coder.agent.outcome import Outcome
from sleepy_coder.agent.plan import BASE, SPECIALIST, Plan
from sleepy_coder.evaluation.answer import Answer
from sleepy_coder.evaluation.judge import Judgement
from sleepy_coder.evaluation.questions import Question
from sleepy_coder.evaluation.record import ItemResult, Solve
from sleepy_coder.lm.model import LanguageModel
from sleepy_coder.routing.router import Router
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Task
from sleepy_coder.tasks.verify import Verdict


def agent_arm(
    compiler: Compiler, plan: Plan, router: Router, model: Callable[[], LanguageModel], *, seed: int = 0
) -> Solve:
    """The staged fixer on each task. `model` is called only if a model stage is reached."""

    def solve(tasks: Sequence[Task]) -> list[ItemResult]:
        outcomes = waves.run([fix(TaskProject(task, compiler), plan, router) for task in tasks], model, seed=seed)
        return [agent_result(task, outcome, router) for task, outcome in zip(tasks, outcomes, strict=True)]

    return solve


def agent_result(task: Task, outcome: Outcome, router: Router) -> ItemResult:
    """How the fixer's work on `task` ended, with the route of every error that it met."""
    met = [*outcome.errors, *outcome.remaining, *(attempt.error for attempt in outcome.attempts)]
    routes = {error.signature: router.route(error.diagnostic).skill for error in met}
    return ItemResult(
        id=task.id,
        verdict=outcome.verdict,
        stage=outcome.stage,
        attempts=len(outcome.attempts),
        seconds=round(outcome.seconds, 3),
        family=task.family,
        routes=tuple(sorted(routes.items())),
    )


def model_results(
    questions: Sequence[Question], answers: Sequence[Answer], judgements: Sequence[Judgement]
) -> list[ItemResult]:
    """A model alone: an item's verdict is that of its first answer; the others count for pass@k only.

    A task that compiles as it stands, so that no model was asked, is BROKEN: there was nothing to mend.
    """
    by_task: dict[str, list[tuple[Answer, Judgement]]] = {question.task.id: [] for question in questions}
    for answer, judgement in zip(answers, judgements, strict=True):
        by_task[answer.task].append((answer, judgement))
    results = []
    for question in questions:
        rows = sorted(by_task[question.task.id], key=lambda row: row[0].attempt)
        first, verdict = (rows[0][0], rows[0][1].verdict) if rows else (None, Verdict.BROKEN)
        mended = first is not None and verdict in (Verdict.FIXED, Verdict.ADVANCED)
        results.append(
            ItemResult(
                id=question.task.id,
                verdict=verdict,
                stage=None if first is None or not mended else BASE if first.skill is None else SPECIALIST,
                attempts=len(rows),
                seconds=round(sum(answer.seconds for answer, _ in rows), 3),
                family=question.task.family,
                passed_attempts=sum(judgement.verdict == Verdict.FIXED for _, judgement in rows),
                routes=() if first is None else ((first.signature, first.skill),),
            )
        )
    return results
