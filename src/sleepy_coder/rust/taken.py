"""An `Option` that cannot be moved out of its place (E0507), and is put anew there later: it is taken out."""

from collections.abc import Iterator

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.lossy import BEHIND, MOVED, replaced_later
from sleepy_coder.rust.source import Edit, SourceTree


def taken(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`.take()` behind the place."""
    found = MOVED.match(span.label or "")
    if error.code != "E0507" or BEHIND not in error.message or found is None or span.line_start != span.line_end:
        return
    place = found["place"]
    if found["type"].startswith("Option<") and span.text == place and replaced_later(error, place, tree):
        line, end = tree.line(span.file, span.line_start), span.column_end - 1
        yield (
            f"take `{place}`",
            Edit(span.file, span.line_start, span.line_start, line, line[:end] + ".take()" + line[end:]),
        )
