"""What differs between two lines, as few changes of lexical tokens, each as far left as it can stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sleepy_coder.lm.lexical import tokens


@dataclass(frozen=True, slots=True)
class Change:
    """Tokens [first, past) of one line become `new`."""

    first: int
    past: int
    new: str


def changes_between(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """From left to right, none overlapping another, so that equal edits of equal lines are said in equal words."""
    changes: list[Change] = []
    for change in _differences(old, new):
        changes.append(_slide_left(old, change, changes[-1].past if changes else 0))
    return changes


def _differences(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    prefix = 0
    while prefix < min(len(old), len(new)) and old[prefix] == new[prefix]:
        prefix += 1
    suffix = 0
    while suffix < min(len(old), len(new)) - prefix and old[-1 - suffix] == new[-1 - suffix]:
        suffix += 1
    middle_old, middle_new = old[prefix : len(old) - suffix], new[prefix : len(new) - suffix]
    if not middle_old or not middle_new:
        return [Change(prefix, prefix + len(middle_old), "".join(middle_new))]
    matcher = SequenceMatcher(None, middle_old, middle_new, autojunk=False)
    return [
        Change(prefix + i1, prefix + i2, "".join(middle_new[j1:j2]))
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal"
    ]


def _slide_left(line: Sequence[str], change: Change, floor: int) -> Change:
    """The same insertion or deletion as far left as it can stand, but not before token `floor`, where the change before
    it ends; so equal changes look equal.
    """
    first, past = change.first, change.past
    if first == past:
        inserted = list(tokens(change.new))
        while first > floor and inserted and line[first - 1] == inserted[-1]:
            inserted = [inserted[-1], *inserted[:-1]]
            first -= 1
        return Change(first, first, "".join(inserted))
    if not change.new:
        while first > floor and line[first - 1] == line[past - 1]:
            first, past = first - 1, past - 1
        return Change(first, past, "")
    return change
