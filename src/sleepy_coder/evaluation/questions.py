"""A task as it is put to a model: with the errors that rustc reports, so that answering needs no compiler."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sleepy_coder.agent.order import root_causes_first
from sleepy_coder.errors import UsageError
from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.execution import ThreadExecutor
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.signature import Signature, signature
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Task


@dataclass(frozen=True, slots=True)
class Question:
    """A task and its errors. `target`, the first root cause, is what a model alone is asked about. `hint` and `similar`
    are what some arms tell besides.
    """

    task: Task
    errors: tuple[Diagnostic, ...]
    hint: str | None = None
    similar: str | None = None

    @property
    def target(self) -> Diagnostic | None:
        """None for a task that compiles as it stands."""
        return next(iter(root_causes_first(self.errors)), None)

    @property
    def signature(self) -> Signature | None:
        """The target's."""
        return None if self.target is None else signature(self.target)


def task_digest(task: Task) -> str:
    """SHA-256 over all that a verdict depends on: the program and its oracle, not the task's name or family."""
    return hashlib.sha256(task.tree.digest.encode() + msgspec.json.encode(task.oracle)).hexdigest()


def pose(tasks: Sequence[Task], compiler: Compiler, cache: Cache) -> tuple[Question, ...]:
    """The questions of these tasks; only those are compiled that this rustc has not seen before."""
    found: dict[str, tuple[Diagnostic, ...]] = {}
    missing: dict[str, Task] = {}
    keys = [f"errors/{compiler.toolchain.version}/{task_digest(task)}" for task in tasks]
    for key, task in zip(keys, tasks, strict=True):
        errors = cache.read(key, tuple[Diagnostic, ...])
        if errors is None:
            missing[key] = task
        else:
            found[key] = errors

    def check(task: Task) -> tuple[tuple[Diagnostic, ...], bool]:
        result = TaskProject(task, compiler).check_many([task.tree])[0]
        return result.errors, result.timed_out

    for key, (errors, timed_out) in zip(missing, ThreadExecutor().map(check, missing.values()), strict=True):
        found[key] = errors
        if not timed_out:
            cache.write(key, errors)
    return tuple(Question(task, found[key]) for key, task in zip(keys, tasks, strict=True))


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    task: str
    task_digest: str
    errors: tuple[Diagnostic, ...]
    hint: str | None = None
    similar: str | None = None


def dump_questions(questions: Sequence[Question]) -> bytes:
    """Questions as JSON lines, for a machine that has a model and no compiler."""
    rows = (_Row(q.task.id, task_digest(q.task), q.errors, q.hint, q.similar) for q in questions)
    return b"".join(msgspec.json.encode(row) + b"\n" for row in rows)


def load_questions(path: Path, tasks: Sequence[Task]) -> tuple[Question, ...]:
    """The questions in a file, for these tasks. Raises UsageError if it is damaged, or about other tasks than these."""
    decoder = msgspec.json.Decoder(_Row)
    try:
        rows = {row.task: row for row in map(decoder.decode, path.read_bytes().splitlines())}
    except (OSError, msgspec.MsgspecError) as problem:
        raise UsageError(f"{path} does not hold questions ({problem}): make it anew with --questions") from None
    found = [rows.get(task.id) for task in tasks]
    if any(row is None or row.task_digest != task_digest(task) for row, task in zip(found, tasks, strict=True)):
        raise UsageError(f"{path} was made for another version of the suite: make it anew with --questions")
    known = zip(tasks, found, strict=True)
    return tuple(Question(task, row.errors, row.hint, row.similar) for task, row in known if row is not None)
