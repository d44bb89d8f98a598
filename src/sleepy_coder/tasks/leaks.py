"""Whether a suite's items were seen in training: near any training pair, or made from a training template."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sleepy_coder.breaker.templates import load_templates
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.likeness import Index, Near
from sleepy_coder.tasks.task import Task


class Leak(NamedTuple):
    """An item that training knows, and from where."""

    task: str
    what: str


def leaks(tasks: Sequence[Task], programs: Iterable[tuple[str, SourceTree]]) -> list[Leak]:
    """Items with a program near an item's, broken or mended, or with a template of the training split. `programs` are
    those of training, by a name for each.
    """
    trained = {template.name for template in load_templates("train")}
    found = {
        task.id: Leak(task.id, f"its template {task.template} is one of training")
        for task in tasks
        if task.template in trained
    }
    index = Index((name, "\n".join(tree.files.values())) for name, tree in programs)
    for task in tasks:
        for files in (task.files, {**task.files, **(task.reference or {})}):
            near = index.nearest("\n".join(files.values()))
            if near is not None and near.too_near:
                found.setdefault(task.id, Leak(task.id, f"it is {_words(near)}"))
    return list(found.values())


def _words(near: Near) -> str:
    return f"like {near.item} of training ({max(near.likeness, near.within):.2f})"
