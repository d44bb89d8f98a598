"""The tokens of a file that need not be a program, as far as delimiters care: texts whole, comments left out."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

CLOSER = {"(": ")", "[": "]", "{": "}"}
OPENER = {closer: opener for opener, closer in CLOSER.items()}
_TOKEN = re.compile(
    r"""
    (?P<comment> //[^\n]* | /\*.*?\*/ )
    | [bc]?r(?P<hashes>\#*)".*?"(?P=hashes)
    | [bc]?"(?:\\.|[^"\\])*"
    | b?'(?:\\(?:u\{[^}]*\}|x..|.)|[^'\\\n])'
    | '?\w+
    | \S
    """,
    re.DOTALL | re.VERBOSE,
)


class Token(NamedTuple):
    """A word, a mark or a text, and where it begins."""

    text: str
    line: int  # 1-based
    column: int
    indent: int  # of its line
    leads: bool  # whether it is the first of its line


def tokens_of(lines: Sequence[str]) -> Iterator[Token]:
    """All but comments."""
    text = "\n".join(lines)
    line, start = 1, 0
    for found in _TOKEN.finditer(text):
        line += text.count("\n", start, found.start())
        start = found.start()
        if found["comment"] is None:
            content = lines[line - 1]
            column = start - text.rfind("\n", 0, start) - 1
            indent = len(content) - len(content.lstrip())
            yield Token(found[0], line, column, indent, column == indent)
