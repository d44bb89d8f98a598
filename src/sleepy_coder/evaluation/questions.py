"""A task as it is put to a model: with the errors that rustc reports, so that answering needs no compiler."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from sleepy_coder.agent.order import root_causes_first
from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.execution import ThreadExecutor
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.signature import Signature, signature
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Task


@dataclass(frozen=True, slots=True)
class Question:
    """A task and its errors. `target`, the first root cause, is what a model alone is asked about."""

    task: Task
    errors: tuple[Diagnostic, ...]

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
        errors = _decoded(cache.get(key))
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
            cache.put(key, msgspec.json.encode(errors))
    return tuple(Question(task, found[key]) for key, task in zip(keys, tasks, strict=True))


def _decoded(content: bytes | None) -> tuple[Diagnostic, ...] | None:
    if content is None:
        return None
    try:
        return msgspec.json.decode(content, type=tuple[Diagnostic, ...])
    except msgspec.MsgspecError:
        return None
