"""Which error to mend first: the one that may be the cause of others."""

from collections.abc import Sequence

from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.phases import Phase, phase
from sleepy_coder.tasks.words import LEXICAL_CODES


def root_causes_first(errors: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Syntax before names before items before types before borrows; a literal that does not end before other syntax,
    as it takes in what stands behind it; within a phase what may follow from another error last, and by file and
    place.
    """
    return sorted(errors, key=lambda error: _rank(error, errors))


def at_once(errors: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Of errors with root causes first, those that may be worked on together: while an error of syntax, names or items
    is there, any error of a later phase may be its consequence, and what mends that alone may stand in its way. So may
    any other error of syntax while a literal does not end.
    """
    if errors[0].code in LEXICAL_CODES:
        return [errors[0]]
    first = min(map(phase, errors))
    if first <= Phase.ITEMS:
        return [error for error in errors if phase(error) == first]
    return [error for error in errors if not _follows(error, errors)]


def place_key(error: Diagnostic, tree: SourceTree) -> tuple[str | None, str, str, str]:
    """What tells an error from its like in the same tree while lines move: also the text of its line."""
    span = error.primary
    if span is None or span.file not in tree.files:
        return error.code, error.message, "", ""
    return error.code, error.message, span.file, tree.line(span.file, span.line_start).strip()


def _rank(error: Diagnostic, errors: Sequence[Diagnostic]) -> tuple[int, bool, bool, str, int, int]:
    span, whole = error.primary, error.code not in LEXICAL_CODES
    if span is None:
        return int(phase(error)), whole, False, "", 0, 0
    return int(phase(error)), whole, _follows(error, errors), span.file, span.line_start, span.column_start


def _follows(error: Diagnostic, errors: Sequence[Diagnostic]) -> bool:
    """Whether an error is about the type of an expression in a part of which there is a type error: where two numbers
    cannot be multiplied, rustc still guesses at a type for the product.
    """
    outer = error.primary
    return (
        outer is not None
        and phase(error) == Phase.TYPES
        and any(
            inner.file == outer.file
            and outer.byte_start <= inner.byte_start <= inner.byte_end <= outer.byte_end
            and (inner.byte_start, inner.byte_end) != (outer.byte_start, outer.byte_end)
            for other in errors
            if (inner := other.primary) is not None and phase(other) == Phase.TYPES
        )
    )
