"""Which error to mend first: the one that may be the cause of others."""

from collections.abc import Sequence

from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.phases import Phase, phase


def root_causes_first(errors: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Syntax before names before items before types before borrows, and within a phase by file and place."""
    return sorted(errors, key=_rank)


def at_once(errors: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Of errors with root causes first, those that may be worked on together: while an error of syntax, names or items
    is there, any error of a later phase may be its consequence, and what mends that alone may stand in its way.
    """
    first = min(map(phase, errors))
    return [error for error in errors if first > Phase.ITEMS or phase(error) == first]


def place_key(error: Diagnostic, tree: SourceTree) -> tuple[str | None, str, str, str]:
    """What tells an error from its like in the same tree while lines move: also the text of its line."""
    span = error.primary
    if span is None or span.file not in tree.files:
        return error.code, error.message, "", ""
    return error.code, error.message, span.file, tree.line(span.file, span.line_start).strip()


def _rank(error: Diagnostic) -> tuple[int, str, int, int]:
    span = error.primary
    if span is None:
        return int(phase(error)), "", 0, 0
    return int(phase(error)), span.file, span.line_start, span.column_start
