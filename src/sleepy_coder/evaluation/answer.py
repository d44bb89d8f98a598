"""The first step of an evaluation: a model's answers to a suite, as JSON lines. It needs no compiler.

One answer per task, seed and attempt; the first attempt is the likeliest. Batches are cut from the whole list of
questions, whether or not some were answered before, so that a run that was cut short pads and orders as an uncut one.
"""

import hashlib
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from sleepy_coder.errors import UsageError
from sleepy_coder.evaluation.questions import Question, task_digest
from sleepy_coder.journal import Journal
from sleepy_coder.lm.model import LanguageModel
from sleepy_coder.lm.prompt import RepairContext
from sleepy_coder.routing.router import Router
from sleepy_coder.rust.source import Edit

SCHEMA = "sleepy-coder/answers/1"


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a model said to one task. `edits` is None for an answer that names none."""

    task: str
    task_digest: str
    seed: int
    attempt: int
    skill: str | None
    signature: str
    edits: tuple[Edit, ...] | None
    text: str
    tokens: int
    log_probability: float
    seconds: float

    @property
    def digest(self) -> str:
        """SHA-256 of the edits: answers that change the same are the same."""
        return hashlib.sha256(msgspec.json.encode(self.edits)).hexdigest()


def answer(
    questions: Sequence[Question],
    model: LanguageModel,
    router: Router,
    path: Path,
    *,
    about: dict[str, str | None],
    seed: int = 0,
    attempts: int = 1,
    batch_size: int = 16,
    on_progress: Callable[[int], None] = lambda done: None,
) -> tuple[Answer, ...]:
    """Ask what is not yet in the file at `path`, and return all answers, in the order of questions and attempts.

    `about` (suite, suite digest, library, arm) and the model's digest head the file; a file about anything else is a
    UsageError. Tasks that compile as they stand are not asked. `on_progress` hears how many questions were answered.
    """
    header = {"schema": SCHEMA, **about, "model": model.identity.digest, "seed": seed, "attempts": attempts}
    journal = Journal(path, header, Answer)
    answered = {(row.task, row.task_digest) for row in journal.rows}
    asked = [question for question in questions if question.target is not None]
    for start in range(0, len(asked), batch_size):
        batch = asked[start : start + batch_size]
        keys = [(question.task.id, task_digest(question.task)) for question in batch]
        if not answered.issuperset(keys):
            rows = _ask(batch, model, router, seed, attempts)
            journal.append([row for row in rows if (row.task, row.task_digest) not in answered])
        on_progress(min(start + batch_size, len(asked)))
    by_key: dict[tuple[str, str], list[Answer]] = {}
    for row in journal.rows:
        by_key.setdefault((row.task, row.task_digest), []).append(row)
    keys = [(question.task.id, task_digest(question.task)) for question in asked]
    return tuple(row for key in keys for row in sorted(by_key.get(key, []), key=lambda row: row.attempt))


def read_answers(path: Path) -> tuple[dict[str, Any], tuple[Answer, ...]]:
    """The head of an answers file, and all whole answers. Raises UsageError if it is none."""
    try:
        head, *lines = path.read_bytes().splitlines(keepends=True)
        header = msgspec.json.decode(head, type=dict[str, Any])
        decoder = msgspec.json.Decoder(Answer)
        rows = tuple(decoder.decode(line) for line in lines if line.endswith(b"\n"))
    except (OSError, ValueError) as problem:  # also an empty file
        raise UsageError(f"{path} does not hold answers ({problem}): make them with evaluate --answers") from None
    if header.get("schema") != SCHEMA:
        raise UsageError(f"{path} does not hold answers: make them with evaluate --answers")
    return header, rows


def _ask(batch: Sequence[Question], model: LanguageModel, router: Router, seed: int, attempts: int) -> list[Answer]:
    targets = [question.target for question in batch if question.target is not None]
    skills = [router.route(target).skill for target in targets]
    contexts = [RepairContext(q.task.tree, it, q.hint, q.similar) for q, it in zip(batch, targets, strict=True)]
    began = time.monotonic()
    proposed = model.propose(contexts, attempts=attempts, seed=seed, skills=skills)
    seconds = round((time.monotonic() - began) / max(sum(map(len, proposed)), 1), 4)
    return [
        Answer(
            task=question.task.id,
            task_digest=task_digest(question.task),
            seed=seed,
            attempt=number,
            skill=skill,
            signature=question.signature.key if question.signature else "",
            edits=candidate.edits,
            text=candidate.text,
            tokens=candidate.tokens,
            log_probability=candidate.log_probability,
            seconds=seconds,
        )
        for question, skill, candidates in zip(batch, skills, proposed, strict=True)
        for number, candidate in enumerate(candidates)
    ]
