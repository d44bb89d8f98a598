"""Which error to mend first: the one that may be the cause of others."""

from collections.abc import Sequence, Set

from sleepy_coder.repairs.syntax.open_delimiters import about_delimiters
from sleepy_coder.repairs.syntax.open_strings import about_texts
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.phases import Phase, phase
from sleepy_coder.tasks.words import LEXICAL_CODES

# A name of a wrong kind, where `self` or a macro is meant: what stands around it then is no value or has no lifetime.
_WRONG_KIND = frozenset(("E0423", "E0424"))


PlaceKey = tuple[str | None, str, str, str]  # see `place_key`


def root_causes_first(errors: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Syntax before names before items before types before borrows; a literal that does not end before other syntax,
    as it takes in what stands behind it, then delimiters; within a phase names of a wrong kind first, what may follow
    from another error last, and by file and place.
    """
    return sorted(errors, key=lambda error: _rank(error, errors))


def at_once(errors: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Of errors with root causes first, those that may be worked on together: while an error of syntax, names or items
    is there, any error of a later phase may be its consequence, and what mends that alone may stand in its way. So may
    any other error of syntax while a literal does not end or a delimiter is missing.
    """
    if _takes_in(errors[0]) < 2:
        return [errors[0]]
    first = min(map(phase, errors))
    if first <= Phase.ITEMS:
        return [error for error in errors if phase(error) == first]
    return [error for error in errors if not _follows(error, errors)]


def left_to_try(
    errors: Sequence[Diagnostic], tree: SourceTree, given_up: Set[tuple[PlaceKey, str]]
) -> list[Diagnostic]:
    """The errors of this package that are not given up, root causes first. If there is none, those that were given up
    in another tree only: what is mended since may have stood in their way.

    `given_up` holds keys of errors, each with the digest of the tree in which nothing mended it.
    """
    within = root_causes_first([error for error in errors if error.elsewhere is None])
    known = {key for key, _ in given_up}
    new = [error for error in within if place_key(error, tree) not in known]
    return new or [error for error in within if (place_key(error, tree), tree.digest) not in given_up]


def place_key(error: Diagnostic, tree: SourceTree) -> PlaceKey:
    """What tells an error from its like in the same tree while lines move: also the text of its line."""
    span = error.primary
    if span is None or span.file not in tree.files:
        return error.code, error.message, "", ""
    return error.code, error.message, span.file, tree.line(span.file, span.line_start).strip()


def _takes_in(error: Diagnostic) -> int:
    """0 for a literal that does not end, 1 for a delimiter, which take in what stands behind them; 2 for the others."""
    if error.code in LEXICAL_CODES or about_texts(error):
        return 0
    return 1 if about_delimiters(error) else 2


def _rank(error: Diagnostic, errors: Sequence[Diagnostic]) -> tuple[int, int, bool, bool, str, int, int]:
    span, taken, other_kind = error.primary, _takes_in(error), error.code not in _WRONG_KIND
    if span is None:
        return int(phase(error)), taken, other_kind, False, "", 0, 0
    place = span.file, span.line_start, span.column_start
    return int(phase(error)), taken, other_kind, _follows(error, errors), *place


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
