"""Where a string that does not end may have ended.

rustc's lexer takes quotes in turn, so that one missing turns all text behind it inside out. The error is reported at
the last quote of the file, or where a text's words, now code, are none. But a line of which the quotes are no pairs is
rare, and behind most places a file with the quote there is no program.
"""

import re
from collections.abc import Iterator

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import parse
from sleepy_coder.rust.source import Edit, SourceTree

_UNTERMINATED = frozenset(("E0748", "E0762", "E0763", "E0765", "E0766", "E0767"))
"""Strings raw and plain, of bytes, for C, and characters: which it is depends on what stands before the last quote."""
_NO_WORDS = re.compile(r"unknown start of token|prefix `.*` is unknown|character literal may only contain|found `\"")

MOST_PARSES = 64

_NO_QUOTE = re.compile(r"""\\.|'"'|^\s*//.*""")
_ENDS = re.compile(r"[,;)\].?]|\s+(?:[{}+]|=>|as\b)|$")


def about_texts(error: Diagnostic) -> bool:
    """Whether a missing quote may be the cause."""
    return error.code in _UNTERMINATED or (error.code is None and _NO_WORDS.search(error.message) is not None)


def unpaired(tree: SourceTree, span: Span) -> Iterator[int]:
    """The lines with an odd number of quotes, from the span of an unterminated string upwards."""
    lines = tree.lines(span.file)
    for number in range(min(span.line_start, len(lines)), 0, -1):
        if _NO_QUOTE.sub("", lines[number - 1]).count('"') % 2:
            yield number


def closed(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The missing quote before a mark, before the space that formatted code has before some marks, or at the end of a
    line, wherever the file parses then; last lines first."""
    if not about_texts(error):
        return
    parses = 0
    for number in unpaired(tree, span):
        line = tree.line(span.file, number)
        first = line.index('"') + 2  # an empty string would be no text that lost its end
        for place in (found.start() for found in _ENDS.finditer(line, first)):
            if line[place - 1] == '"':
                continue
            edit = Edit(span.file, number, number, line, f'{line[:place]}"{line[place:]}')
            parses += 1
            if parses > MOST_PARSES:
                return
            if not parse(tree.apply([edit]).files[span.file]).has_error:
                yield "end the text here", edit
