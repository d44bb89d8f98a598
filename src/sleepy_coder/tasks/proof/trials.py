"""The trees that are tried on a task: its reference, cheats, wrong repairs, and what is wrong beside the repair."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from sleepy_coder.breaker.batch import Errors
from sleepy_coder.errors import EditRejected
from sleepy_coder.execution import ProcessExecutor
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import SourceTree, edits_between
from sleepy_coder.tasks.proof.cheats import cheats
from sleepy_coder.tasks.proof.mistakes import NEARBY, mistakes, nearby
from sleepy_coder.tasks.task import Task
from sleepy_coder.tasks.violations import first_violation

TASKS_PER_ITEM = 16
FEW = 2  # items are not worth other processes


class Kind(StrEnum):
    """What a tree is tried as."""

    REFERENCE = "reference"
    CHEAT = "cheat"
    MISTAKE = "wrong repair"
    MUTANT = "wrong beside the repair"


WRONG = (Kind.MISTAKE, Kind.MUTANT)


@dataclass(frozen=True, slots=True)
class Trial:
    """A tree that is tried on a task. `refused` is why the policy does not let it pass, None if it does."""

    task: int
    kind: Kind
    name: str
    tree: SourceTree
    refused: str | None


def planned_trials(tasks: Sequence[Task], errors: Sequence[Errors], wanted: Mapping[str, str] | None) -> list[Trial]:
    """Every tree that is tried on the tasks that have `errors`; of wrong repairs those that are `wanted`, by task, or
    all.
    """
    numbered = [(index, task, found) for index, (task, found) in enumerate(zip(tasks, errors, strict=True)) if found]
    parts = [numbered[at : at + TASKS_PER_ITEM] for at in range(0, len(numbered), TASKS_PER_ITEM)]
    work = partial(trials_of, wanted=wanted)
    if len(parts) <= FEW:
        return [trial for part in parts for trial in work(part)]
    return [trial for found in ProcessExecutor().map(work, parts) for trial in found]


def trials_of(part: Sequence[tuple[int, Task, Errors]], *, wanted: Mapping[str, str] | None = None) -> list[Trial]:
    """Every tree that is tried on these numbered tasks, with the policy's word on it. Of wrong repairs those that are
    `wanted`, by task, or all.
    """
    trials: list[Trial] = []
    for number, task, errors in part:
        broken, reference = task.tree, task.reference_tree
        made = [(Kind.CHEAT, name, tree) for name, tree in cheats(broken, errors[0]).items()]
        if reference is not None:
            made.append((Kind.REFERENCE, "reference", reference))
        if reference is not None and task.oracle.kind != "compile":
            made += _wrong(broken, reference, errors[0], None if wanted is None else wanted.get(task.id, ""))
        trials += [
            # wrong repairs try the oracle alone, whatever the policy would say of them
            Trial(number, kind, name, tree, None if kind in WRONG else refused(broken, tree, errors))
            for kind, name, tree in made
            if kind == Kind.REFERENCE or reference is None or tree.files != reference.files
        ]
    return trials


def _wrong(
    broken: SourceTree, reference: SourceTree, error: Diagnostic, wanted: str | None
) -> Iterator[tuple[Kind, str, SourceTree]]:
    """Wrong repairs of both kinds, or the one that is wanted."""

    def named(kind: Kind, made: Mapping[str, SourceTree]) -> Iterator[tuple[Kind, str, SourceTree]]:
        return ((kind, name, tree) for name, tree in made.items() if wanted in (None, name))

    if wanted is None or not wanted.endswith(NEARBY):
        yield from named(Kind.MISTAKE, mistakes(broken, reference, error) if wanted != "" else {})
    if wanted is None or wanted.endswith(NEARBY):
        yield from named(Kind.MUTANT, nearby(broken, reference))


def refused(before: SourceTree, after: SourceTree, errors: Errors) -> str | None:
    """Why the policy does not let a repair of these errors pass; None if it does."""
    try:
        found = first_violation(before, after, errors, edits_between(before, after))
    except EditRejected as problem:
        return str(problem)
    return None if found is None else str(found)
