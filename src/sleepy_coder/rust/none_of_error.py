"""A `?` on a Result in a function that returns an Option (E0277): the error has no place there, and `.ok()` drops
it."""

from collections.abc import Iterator

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.source import Edit, SourceTree

_ASKED = "the `?` operator can only be used on `Option`s, not `Result`s, in "


def none_of_error(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`.ok()` before the `?`."""
    if error.code == "E0277" and error.message.startswith(_ASKED) and span.text == "?":
        line, start = tree.line(span.file, span.line_start), span.column_start - 1
        new = f"{line[:start]}.ok(){line[start:]}"
        yield "let an error be `None`", Edit(span.file, span.line_start, span.line_start, line, new)
