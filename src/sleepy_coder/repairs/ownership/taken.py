"""An `Option` that cannot be moved out of its place (E0507), and is put anew there later, or is unwrapped although what
it holds has no clone: it is taken out."""

from collections.abc import Iterator

from sleepy_coder.repairs.lossy import BEHIND, MOVED, replaced_later
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.source import Edit, SourceTree

_UNWRAPPING = ("unwrap()", "expect(")
_NO_CLONE = "trait bound could be satisfied"


def taken(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`.take()` behind the place."""
    found = next((found for one in error.spans if (found := MOVED.match(one.label or ""))), None)
    if error.code != "E0507" or BEHIND not in error.message or found is None or span.line_start != span.line_end:
        return
    place = found["place"]
    if found["type"].startswith("Option<") and span.text == place:
        line, end = tree.line(span.file, span.line_start), span.column_end - 1
        only_held = line[end + 1 :].startswith(_UNWRAPPING) and any(_NO_CLONE in one.message for one in error.children)
        if only_held or replaced_later(error, place, tree):
            yield (
                f"take `{place}`",
                Edit(span.file, span.line_start, span.line_start, line, line[:end] + ".take()" + line[end:]),
            )
