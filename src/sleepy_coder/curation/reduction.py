"""Of all that the owner changed, what one error needed: delta debugging over the hunks between red and green.

Zeller's ddmin (https://doi.org/10.1109/32.988498) with the compiler as the test: a set of hunks passes if the error is
gone and no other has come. What is left is 1-minimal, if there was time enough: without any one of its hunks the error
is back.
"""

import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from sleepy_coder.agent.order import place_key
from sleepy_coder.errors import EditRejected
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import Edit, SourceTree, edits_between
from sleepy_coder.tasks.projects import Project
from sleepy_coder.tasks.verify import Judge, Situation, Verdict

MOST_HUNKS = 64


class Reduced(NamedTuple):
    """The smallest part of a change that mends an error, and what compiler and policy say of it as a repair."""

    after: SourceTree
    edits: tuple[Edit, ...]
    verdict: Verdict


def reduce_repair(
    project: Project,
    before: SourceTree,
    errors: Sequence[Diagnostic],
    target: Diagnostic,
    green: SourceTree,
    until: float = float("inf"),
) -> Reduced | None:
    """The hunks from `before` to `green` without which `target`, one of the `errors` of `before`, comes back; at
    `until`, on the clock of `time.monotonic`, the fewest that were found so far.

    None where the change cannot be said in edits (files came or went), is larger than `MOST_HUNKS`, or does not mend
    the error by itself. Hunks are line-wise; a hunk is kept whole.
    """
    try:
        hunks = edits_between(before, green)
    except EditRejected:
        return None
    if not 0 < len(hunks) <= MOST_HUNKS:
        return None
    judge = Judge(project)
    known = {place_key(error, before) for error in errors}
    mended = place_key(target, before)

    def passes(subset: Sequence[Edit]) -> bool:
        tree = before.apply(subset)
        check = judge.check_many([tree])[0]
        left = {place_key(error, tree) for error in check.errors}
        return not check.timed_out and mended not in left and left <= known

    if not passes(hunks):
        return None
    kept = tuple(minimal(hunks, passes, lambda: time.monotonic() < until))
    found = judge.verify(Situation(before, tuple(errors), (target,)), [kept])[0]
    return Reduced(before.apply(kept), kept, found.verdict)


def minimal(
    parts: Sequence[Edit], passes: Callable[[Sequence[Edit]], bool], may_go_on: Callable[[], bool] = lambda: True
) -> list[Edit]:
    """A 1-minimal subset of `parts` that passes, in their order; all of them pass, and nothing may not. Without
    `may_go_on`, which is asked before each test, it is the smallest that has passed.

    About |parts|² tests at worst, log |parts| where one part does it.
    """
    left, pieces = list(parts), 2
    while len(left) >= 2 and may_go_on():
        size = -(-len(left) // pieces)
        chunks = [left[at : at + size] for at in range(0, len(left), size)]
        rests = [[part for part in left if part not in chunk] for chunk in chunks]
        smaller = next((chunk for chunk in chunks if may_go_on() and passes(chunk)), None)
        if smaller is not None:
            left, pieces = smaller, 2
            continue
        rest = next((rest for rest in rests if len(chunks) > 2 and may_go_on() and passes(rest)), None)
        if rest is not None:
            left, pieces = rest, max(pieces - 1, 2)
        elif pieces < len(left):
            pieces = min(2 * pieces, len(left))
        else:
            break
    return left
