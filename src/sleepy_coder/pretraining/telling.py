"""What some prompts tell besides the error, so that a model knows hints and similar fixes when it meets them in use.

A fixed share of the prompts carry the compiler's likeliest suggestion in words, and as many a similar fix from another
training pair, as the arms `hints` and `retrieval` of an evaluation put them; the others carry neither.
"""

from dataclasses import replace

from sleepy_coder.agent.suggestions import hint
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.lm.prompt import DEFINITION_LINES, RepairContext
from sleepy_coder.tasks.neighbours import Neighbours


class Telling:
    """Makes contexts of pairs, one after another; the same pairs in the same order are told the same."""

    def __init__(self, share: float) -> None:
        """`share` of the prompts get a hint, and as many a similar fix; fewer where there is none to give."""
        self._share = share
        self._neighbours = Neighbours()
        self._made = self._hints = self._similar = 0

    def context(self, pair: Pair) -> RepairContext:
        """The pair's error with a hint, a similar fix or nothing besides."""
        near = self._neighbours.nearest(pair.broken, pair.diagnostic) if self._share else None
        own = self._neighbours.add(pair) if self._share else None
        plain = RepairContext(pair.broken, pair.diagnostic, definition_lines=DEFINITION_LINES)
        self._made += 1
        due = self._share * self._made
        if self._hints < due and (said := hint(pair.diagnostic, pair.broken)) is not None:
            self._hints += 1
            return replace(plain, hint=said)
        # A fix with the very words of the answer would teach nothing but copying it whole.
        if self._similar < due and near is not None and (own is None or own.text != near.text):
            self._similar += 1
            return replace(plain, similar=near.text)
        return plain
