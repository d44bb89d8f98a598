"""How an answer names a place within a line: this is what tells the answer formats apart.

anchors   by the text of a run of lexical tokens that stands once in its line
ordinals  by the numbers of its tokens, white space not counted: `3`, `3-5`
nothing   only whole lines can be named
"""

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from sleepy_coder.lm.changes import Change
from sleepy_coder.lm.lexical import LONGEST_RUN, unique_runs

AFTER, BEFORE, REPLACE = "<|after|>", "<|before|>", "<|replace|>"

_PREFIXES = frozenset("&*!-([{|<.:#@=+\"'")
_ORDINALS = re.compile(r"([1-9]\d{0,2})(?:-([1-9]\d{0,2}))?")


class Named(NamedTuple):
    """One change within a line, as it is said: what is done, to which place, with which text."""

    operation: str
    place: str
    new: str


class Naming(Protocol):
    """Places of a line, given as its lexical tokens; a place is [first, past) of them."""

    def name(self, line: Sequence[str], change: Change) -> Named | None:
        """The change in words; None where whole lines say it better."""
        ...

    def place(self, line: Sequence[str], text: str) -> tuple[int, int] | None:
        """What `text` names; None if nothing, or more than one thing."""
        ...

    def names(self, line: Sequence[str]) -> frozenset[str]:
        """Every name of a place in the line."""
        ...


class Anchors:
    """A place is named by its text."""

    def name(self, line: Sequence[str], change: Change) -> Named | None:
        """The shortest neighbour, or the changed run widened, until it stands once."""
        unique = unique_runs(line)
        if change.first < change.past:
            for left, right in ((0, 0), (1, 0), (0, 1), (1, 1), (2, 0), (2, 1), (0, 2), (1, 2), (2, 2), (4, 0), (0, 4)):
                first, past = change.first - left, change.past + right
                if first >= 0 and past <= len(line) and past - first <= LONGEST_RUN:
                    run = "".join(line[first:past])
                    if unique.get(run) == (first, past):
                        before, after = "".join(line[first : change.first]), "".join(line[change.past : past])
                        return Named(REPLACE, run, before + change.new + after)
            return None
        last = change.new[-1:]
        leans_right = last.isspace() or last in _PREFIXES or not change.first
        ways = (_before, _after) if leans_right else (_after, _before)
        for way in ways:
            found = way(line, change.first, unique)
            if found is not None:
                return Named(*found, change.new)
        return None

    def place(self, line: Sequence[str], text: str) -> tuple[int, int] | None:
        return unique_runs(line).get(text)

    def names(self, line: Sequence[str]) -> frozenset[str]:
        return frozenset(unique_runs(line))


class Ordinals:
    """A place is named by the numbers of its first and last token, counted from 1."""

    def name(self, line: Sequence[str], change: Change) -> Named | None:
        """Replacements that begin or end in white space take the token beside it with them."""
        first, past, new = change.first, change.past, change.new
        if first == past:
            if first and not line[first - 1].isspace():
                return Named(AFTER, _ordinal(line, first - 1), new)
            if first < len(line) and not line[first].isspace():
                return Named(BEFORE, _ordinal(line, first), new)
            return None
        if line[first].isspace():
            first, new = first - 1, (line[first - 1] if first else "") + new
        if line[past - 1].isspace():
            past, new = past + 1, new + (line[past] if past < len(line) else "")
        if first < 0 or past > len(line) or past - first > LONGEST_RUN:
            return None
        left, right = _ordinal(line, first), _ordinal(line, past - 1)
        return Named(REPLACE, left if left == right else f"{left}-{right}", new)

    def place(self, line: Sequence[str], text: str) -> tuple[int, int] | None:
        match = _ORDINALS.fullmatch(text)
        where = _words(line)
        if match is None or text not in self.names(line):
            return None
        return where[int(match[1]) - 1], where[int(match[2] or match[1]) - 1] + 1

    def names(self, line: Sequence[str]) -> frozenset[str]:
        where = _words(line)
        found = {str(number + 1) for number in range(len(where))}
        for left in range(len(where)):
            for right in range(left + 1, len(where)):
                if where[right] - where[left] < LONGEST_RUN:
                    found.add(f"{left + 1}-{right + 1}")
        return frozenset(found)


class WholeLines:
    """No place within a line has a name."""

    def name(self, line: Sequence[str], change: Change) -> Named | None:
        return None

    def place(self, line: Sequence[str], text: str) -> tuple[int, int] | None:
        return None

    def names(self, line: Sequence[str]) -> frozenset[str]:
        return frozenset()


ANCHORS = Anchors()


def _words(line: Sequence[str]) -> list[int]:
    """Where the tokens stand that are no white space."""
    return [at for at, token in enumerate(line) if not token.isspace()]


def _ordinal(line: Sequence[str], at: int) -> str:
    return str(sum(not token.isspace() for token in line[: at + 1]))


def _after(line: Sequence[str], place: int, unique: dict[str, tuple[int, int]]) -> tuple[str, str] | None:
    for first in range(place - 1, max(-1, place - 1 - LONGEST_RUN), -1):
        run = "".join(line[first:place])
        if not line[first].isspace() and unique.get(run) == (first, place):
            return AFTER, run
    return None


def _before(line: Sequence[str], place: int, unique: dict[str, tuple[int, int]]) -> tuple[str, str] | None:
    for past in range(place + 1, min(len(line), place + LONGEST_RUN) + 1):
        run = "".join(line[place:past])
        if not line[past - 1].isspace() and unique.get(run) == (place, past):
            return BEFORE, run
    return None
