"""The answer format as a constraint on decoding: what bytes may come next.

A state is reached byte by byte, for any tokenizer: the line number must be shown and editable, the anchor must be a
run of lexical tokens that stands once in that line, the inserted text is free. Choosing the anchor under this
constraint is what makes a freshly learned skill copy the right name.
"""

from dataclasses import dataclass
from functools import cached_property

from sleepy_coder.lm.answer import ABOVE, AND, LINES, MARKS, MOST_EDITS, OPERATIONS, TEXT
from sleepy_coder.lm.lexical import tokens
from sleepy_coder.lm.naming import ANCHORS, Naming
from sleepy_coder.lm.prompt import Excerpt

_WITHIN = tuple(operation for operation in OPERATIONS if operation not in (ABOVE, LINES))


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may follow: one of `literals` (each to be written whole, in any pieces), or free text.

    `may_end` and `may_join` say whether the answer may end, or go on with another edit, here.
    """

    literals: frozenset[bytes]
    free: bool = False
    may_end: bool = False
    may_join: bool = False


FREE = Allowed(frozenset(), free=True, may_end=True, may_join=True)
FREE_LAST = Allowed(frozenset(), free=True, may_end=True)


class Grammar:
    """The answers that one excerpt admits. Immutable; anchors of a line are found when the line is first chosen."""

    def __init__(self, shown: Excerpt, naming: Naming = ANCHORS) -> None:
        self._shown = shown
        self._naming = naming
        self._anchors: dict[int, frozenset[bytes]] = {}

    @cached_property
    def numbers(self) -> frozenset[bytes]:
        """The numbers of the lines that may be edited."""
        return frozenset(str(line.number).encode() for line in self._shown.lines if line.editable)

    def operations(self, number: int) -> frozenset[bytes]:
        """What may be done to a line: a blank one has no anchors."""
        within = _WITHIN if self.anchors(number) else ()
        return frozenset(mark.encode() for mark in (*within, ABOVE, LINES))

    def anchors(self, number: int) -> frozenset[bytes]:
        """The names of places in line `number`: by default, the runs that stand once in it."""
        if number not in self._anchors:
            line = self._shown.lines[number - 1]
            self._anchors[number] = frozenset(name.encode() for name in self._naming.names(tokens(line.text)))
        return self._anchors[number]

    def last_lines(self, first: int) -> frozenset[bytes]:
        """The numbers that can close a range of neighbouring editable lines of one file that starts at `first`."""
        numbers = [first]
        for line in self._shown.lines[first:]:
            before = self._shown.lines[line.number - 2]
            if not line.editable or line.file != before.file or line.line != before.line + 1:
                break
            numbers.append(line.number)
        return frozenset(str(number).encode() for number in numbers)


@dataclass(slots=True)
class GrammarState:
    """Where one answer stands in its grammar. `advance` takes the bytes of each token as it is chosen."""

    grammar: Grammar
    phase: str = "number"
    written: bytes = b""
    number: int = 0
    edits: int = 1

    def allowed(self) -> Allowed:
        """What may come next."""
        if self.phase == "new":
            return FREE if self.edits < MOST_EDITS else FREE_LAST
        grammar = self.grammar
        if self.phase == "number":
            return Allowed(self._numbers_and_operations())
        choices = grammar.last_lines(self.number) if self.phase == "last" else grammar.anchors(self.number)
        return Allowed(self._follow(choices, TEXT.encode()))

    def advance(self, piece: bytes) -> None:
        """Takes the bytes just written, which `allowed` must have admitted."""
        self.written += piece
        if self.phase == "new":
            if self.written.endswith(AND.encode()):
                self.phase, self.written, self.edits = "number", b"", self.edits + 1
            return
        for mark in MARKS:
            if self.written.endswith(mark.encode()):
                self._close(mark, self.written[: -len(mark)])
                return

    def _close(self, mark: str, head: bytes) -> None:
        self.written = b""
        if mark in (TEXT, ABOVE):
            self.phase = "new"
        else:
            self.phase = "last" if mark == LINES else "anchor"
        if mark in OPERATIONS:
            self.number = int(head)

    def _numbers_and_operations(self) -> frozenset[bytes]:
        """The rest of a number, or of the mark behind a whole one (marks may come in several tokens)."""
        digits = self.written[: len(self.written) - len(self.written.lstrip(b"0123456789"))]
        marks = frozenset[bytes]()
        if digits in self.grammar.numbers:
            marks = frozenset(digits + mark for mark in self.grammar.operations(int(digits)))
        return self._follow(self.grammar.numbers | marks, b"")

    def _follow(self, choices: frozenset[bytes], closing: bytes) -> frozenset[bytes]:
        """What is missing of each choice that begins as written, or of `closing` behind a whole one."""
        written, done = self.written, len(self.written)
        rest = {choice[done:] for choice in choices if len(choice) > done and choice.startswith(written)}
        for split in range(max(0, done - len(closing)), done + 1):
            if closing.startswith(written[split:]) and written[:split] in choices and closing[done - split :]:
                rest.add(closing[done - split :])
        return frozenset(rest)
