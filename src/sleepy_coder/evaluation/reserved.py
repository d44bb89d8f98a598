"""Tasks that results are measured by: a day may work on them, but nothing that came of it may teach a night or count as
evidence for a library, or a library would be measured by what it was chosen by.

The suite `day` is not among them, nor are suites of the owner's own: these are what days are for. No program of any
suite is ever trained on (`tasks.likeness.HeldOut`); this is about failures, routes and trials as well.
"""

from collections.abc import Iterable

from sleepy_coder.tasks.suites import load_suite
from sleepy_coder.tasks.task import Task

MEASURES = ("canaries", "frozen", "handwritten")


def reserved(tasks: Iterable[Task]) -> frozenset[str]:
    """The ids of those that belong to a suite of `MEASURES`, told by their programs: a copy of the file, or a part of
    it, under whatever name, is the same. Raises what loading a shipped suite does.
    """
    measured = {task.tree.digest for name in MEASURES for task in load_suite(name).tasks}
    return frozenset(task.id for task in tasks if task.tree.digest in measured)
