"""Which errors of a changed tree were there before, and which are others with the same words.

rustc tells of some errors one at a time: once the type of one variable is known, it tells of the next one, maybe in the
very same words. So errors are paired by their words, and one that was to be mended by its place too.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.moved_lines import unchanged_line
from sleepy_coder.rust.source import SourceTree


class Paired(NamedTuple):
    """The errors that were to be mended and are still there, all that are gone, and those not to be seen before."""

    kept: list[Diagnostic]
    gone: list[Diagnostic]
    fresh: list[Diagnostic]


def paired(
    before: SourceTree,
    errors: Sequence[Diagnostic],
    targets: Sequence[Diagnostic],
    after: SourceTree,
    remaining: Sequence[Diagnostic],
) -> Paired:
    """Pair the errors that remain in `after` with those of `before`, of which the targets were to be mended."""
    wanted, others, rest = list(targets), list(errors), list(remaining)
    for target in targets:
        if target in others:
            others.remove(target)

    def in_place(old: Diagnostic, new: Diagnostic) -> bool:
        return untouched(before, after, new) == _line(old) and not _of_another_part(before, old, after, new)

    def in_changed_place(old: Diagnostic, new: Diagnostic) -> bool:
        return untouched(before, after, new) is None and not _of_another_part(before, old, after, new)

    _pair(others, rest, in_place)
    kept = _pair(wanted, rest, in_place)
    _pair(others, rest, lambda old, new: True)
    kept += _pair(wanted, rest, in_changed_place)
    return Paired(kept, wanted + others, rest)


def error_key(error: Diagnostic) -> tuple[str | None, str, str]:
    """What an error keeps while lines above it come and go: code, message and file."""
    span = error.primary
    return error.code, error.message, span.file if span is not None else ""


def untouched(before: SourceTree, after: SourceTree, error: Diagnostic) -> int | None:
    """Where the line of an error of `after` lies in `before`; None where a repair wrote it, 0 where it has none."""
    span = error.primary
    return 0 if span is None else unchanged_line(before, after, span.file, span.line_start)


def _pair(
    old: list[Diagnostic], new: list[Diagnostic], fit: Callable[[Diagnostic, Diagnostic], bool]
) -> list[Diagnostic]:
    """Take errors of the same words that fit out of both lists; those of the old one are returned."""
    taken = []
    for error in old[:]:
        same = next((one for one in new if error_key(one) == error_key(error) and fit(error, one)), None)
        if same is not None:
            taken.append(error)
            old.remove(error)
            new.remove(same)
    return taken


def _line(error: Diagnostic) -> int:
    return error.primary.line_start if error.primary is not None else 0


def _of_another_part(before: SourceTree, old: Diagnostic, after: SourceTree, new: Diagnostic) -> bool:
    """Whether a type that contains itself now does so in another place: it is flagged as a whole for each of them."""
    return old.code == "E0072" and _labelled(before, old) != _labelled(after, new)


def _labelled(tree: SourceTree, error: Diagnostic) -> list[str]:
    """What stands in its line before each place that is not the first one."""
    spans = [span for span in error.spans if not span.is_primary and span.file in tree.files]
    return [tree.line(span.file, span.line_start)[: span.column_start - 1] for span in spans]
