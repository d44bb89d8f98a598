"""Many fixers, one model: all that can work without an answer do, then every open question is asked in one batch.

rustc keeps the cores busy between the batches; the model sees large batches, whoever asks. What a fixer gets does not
depend on who else asks, so the order of work does not change a result.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sleepy_coder.agent.asking import Answers, Ask, Fixing
from sleepy_coder.agent.outcome import Outcome
from sleepy_coder.execution import ThreadExecutor
from sleepy_coder.lm.model import LanguageModel


@dataclass(slots=True)
class _Job:
    index: int
    fixing: Fixing
    questions: Sequence[Ask] = ()
    replies: Sequence[Answers] | None = None
    outcome: Outcome | None = None

    def advance(self) -> "_Job":
        try:
            self.questions = next(self.fixing) if self.replies is None else self.fixing.send(self.replies)
        except StopIteration as done:
            self.outcome, self.questions = done.value, ()
        return self


def run(
    fixers: Iterable[Fixing],
    model: Callable[[], LanguageModel],
    *,
    seed: int = 0,
    on_done: Callable[[int, Outcome], None] = lambda index, outcome: None,
) -> list[Outcome]:
    """Drive all fixers to their end, in their order in the result. `model` is called only if one of them asks.

    `on_done` hears of each outcome, with its index, as soon as it is there. Raises what the model's loading raises.
    """
    jobs = [_Job(index, fixing) for index, fixing in enumerate(fixers)]
    open_jobs = list(jobs)
    while open_jobs:
        # one alone runs here, so that an interrupt reaches it at once
        advanced = ThreadExecutor().map(_Job.advance, open_jobs) if len(open_jobs) > 1 else map(_Job.advance, open_jobs)
        for job in advanced:
            if job.outcome is not None:
                on_done(job.index, job.outcome)
        open_jobs = [job for job in open_jobs if job.outcome is None]
        if open_jobs:
            replies = iter(_answers([ask for job in open_jobs for ask in job.questions], model(), seed))
            for job in open_jobs:
                job.replies = [next(replies) for _ in job.questions]
    return [job.outcome for job in jobs if job.outcome is not None]


def _answers(asks: Sequence[Ask], model: LanguageModel, seed: int) -> list[Answers]:
    """One batch for each number of attempts asked for, usually one in all."""
    groups: dict[int, list[int]] = {}
    for index, ask in enumerate(asks):
        groups.setdefault(ask.attempts, []).append(index)
    answers: dict[int, Answers] = {}
    for attempts, members in groups.items():
        began = time.monotonic()
        contexts = [asks[index].context for index in members]
        skills = [asks[index].skill for index in members]
        proposed = model.propose(contexts, attempts=attempts, seed=seed, skills=skills)
        share = (time.monotonic() - began) / len(members)
        answers.update((index, Answers(found, share)) for index, found in zip(members, proposed, strict=True))
    return [answers[index] for index in range(len(asks))]
