"""A comma that is missing between two lines or behind a macro's text, or that was written as `;`."""

import re
from collections.abc import Iterator

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.tokens import Token, tokens_of

_WANTED = re.compile(r"expected (?:one of )?.*`,`.*, found ")
_ONLY = re.compile(r"expected `,`, found ")
_FIELD = "while parsing this struct field"
_BEGINS = re.compile(r"[\w\"'&\[({]")
"""How the next of several begins; an operator may as well belong to the one before."""


def commas(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The comma behind what stands before the error, where rustc would have taken one and does not put it in."""
    if error.code is not None or not _WANTED.match(error.message):
        return
    line, start = tree.line(span.file, span.line_start), span.column_start - 1
    if line.startswith(";", start):
        new = f"{line[:start]},{line[start + 1 :]}"
        yield "write `,` instead of `;`", Edit(span.file, span.line_start, span.line_start, line, new)
        return
    before = _before(span, tree)
    if before is None or not _BEGINS.match(line, start) or _suggested(error):
        return
    labels = [one.label for one in error.spans]
    if before.line < span.line_start or _ONLY.match(error.message) or _FIELD in labels:
        above, end = tree.line(span.file, before.line), before.column + len(before.text)
        yield "put a `,` here", Edit(span.file, before.line, before.line, above, f"{above[:end]},{above[end:]}")


def _before(span: Span, tree: SourceTree) -> Token | None:
    """The last token before the error, if it is of one line."""
    place = span.line_start, span.column_start - 1
    above = [token for token in tokens_of(tree.lines(span.file)) if token[1:3] < place]
    return above[-1] if above and "\n" not in above[-1].text else None


def _suggested(error: Diagnostic) -> bool:
    return any((span.replacement or "").strip() == "," for child in error.children for span in child.spans)
