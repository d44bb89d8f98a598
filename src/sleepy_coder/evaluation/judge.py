"""The second step of an evaluation: answers in, verdicts out. It needs the compiler and no model.

Verdicts are cached by task, answer, rustc and the code that judges, so that no answer is compiled twice and none is
judged by yesterday's rules. A verdict that hung on the clock (TIMED_OUT) is not cached.
"""

from collections.abc import Callable, Sequence
from functools import cache

import msgspec

from sleepy_coder.evaluation.answer import Answer
from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.evaluation.questions import Question, task_digest
from sleepy_coder.execution import ThreadExecutor
from sleepy_coder.provenance import source_digest
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.verify import Judge, Situation, Verdict


class Judgement(msgspec.Struct, frozen=True):
    """One answer's verdict, with its evidence in words."""

    verdict: Verdict
    evidence: str


def judge(
    questions: Sequence[Question],
    answers: Sequence[Answer],
    compiler: Compiler,
    verdicts: Cache,
    *,
    on_progress: Callable[[int], None] = lambda done: None,
) -> tuple[Judgement, ...]:
    """One judgement per answer, in their order; several tasks at once, every distinct answer once.

    Raises ValueError for an answer to a task that is not among the questions or has changed since.
    """
    by_id = {question.task.id: question for question in questions}
    keys: list[str] = []
    open_answers: dict[str, dict[str, Answer]] = {}  # task -> key -> answer
    known: dict[str, Judgement] = {}
    for row in answers:
        if row.task not in by_id or row.task_digest != task_digest(by_id[row.task].task):
            raise ValueError(f"the answer to {row.task} is about another version of the suite")
        key = f"verdict/{compiler.toolchain.version}/{rules_digest()}/{row.task_digest}/{row.digest}"
        keys.append(key)
        judgement = known.get(key) or verdicts.read(key, Judgement)
        if judgement is None:
            open_answers.setdefault(row.task, {})[key] = row
        else:
            known[key] = judgement
    done = len(by_id) - len(open_answers)
    on_progress(done)

    def work(task: str) -> dict[str, Judgement]:
        return _judged(by_id[task], open_answers[task], compiler)

    for judged in ThreadExecutor().map(work, list(open_answers)):
        known |= judged
        for key, judgement in judged.items():
            if judgement.verdict != Verdict.TIMED_OUT:
                verdicts.write(key, judgement)
        done += 1
        on_progress(done)
    return tuple(known[key] for key in keys)


@cache
def rules_digest() -> str:
    """SHA-256 over the code that decides verdicts: what may be edited, how edits are applied, what the oracle is."""
    return source_digest("sleepy_coder.rust", "sleepy_coder.tasks")[:16]


def _judged(question: Question, answers: dict[str, Answer], compiler: Compiler) -> dict[str, Judgement]:
    targets = () if question.target is None else (question.target,)
    situation = Situation(question.task.tree, question.errors, targets)
    found = Judge(TaskProject(question.task, compiler)).verify(situation, [row.edits for row in answers.values()])
    return {key: Judgement(one.verdict, one.evidence) for key, one in zip(answers, found, strict=True)}
