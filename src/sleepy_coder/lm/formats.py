"""The answer formats that can be compared, as a table; the first module to read is `answer`.

All share one syntax of edits, so one parser, one renderer and one grammar serve them; they differ in how a place within
a line is named.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sleepy_coder.lm.answer import parse_answer, render_answer
from sleepy_coder.lm.grammar import Grammar
from sleepy_coder.lm.naming import ANCHORS, Naming, Ordinals, WholeLines
from sleepy_coder.lm.prompt import Excerpt
from sleepy_coder.rust.source import Edit, SourceTree


@dataclass(frozen=True, slots=True)
class AnswerFormat:
    """One way of saying a repair."""

    naming: Naming

    def render(self, before: SourceTree, after: SourceTree, shown: Excerpt) -> str | None:
        """The answer; None where the format does not reach."""
        return render_answer(before, after, shown, self.naming)

    def parse(self, text: str, shown: Excerpt) -> tuple[Edit, ...]:
        """The edits. Raises `AnswerUnparseable`."""
        return parse_answer(text, shown, self.naming)

    def grammar(self, shown: Excerpt) -> Grammar:
        """What decoding may write."""
        return Grammar(shown, self.naming)


FORMATS: Mapping[str, AnswerFormat] = {
    "lines": AnswerFormat(WholeLines()),
    "anchors": AnswerFormat(ANCHORS),
    "tokens": AnswerFormat(Ordinals()),
}
"""`anchors` is the one in use."""
