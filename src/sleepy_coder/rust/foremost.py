"""Repairs that a diagnostic implies and that come before rustc's own, which mend the same error at a worse place.

* a `?` behind the call that a local is bound to, rather than at each use of the local (`unasked.py`)
* the lifetimes of a type for the whole implementation, rather than for a part of it (`impl_lifetimes.py`)
* numbers converted before they are divided or multiplied, rather than what comes of them (`mixed_numbers.py`)
* where there are several errors, `Copy` at a type, rather than a `.clone()` at each place (`copies.py`)
* a clone of the part that is kept, rather than of the whole (`snapshots.py`)
* a field taken out of what is dropped, rather than cloned (`emptied.py`)
* the lifetime of a result for one of several parameters, rather than for all of them (`lenders.py`)
"""

from collections.abc import Callable, Iterator

from sleepy_coder.rust.copies import copies
from sleepy_coder.rust.diagnostic import Applicability, Diagnostic, Span
from sleepy_coder.rust.emptied import emptied
from sleepy_coder.rust.impl_lifetimes import impl_lifetimes
from sleepy_coder.rust.lenders import lenders
from sleepy_coder.rust.mixed_numbers import converted_first
from sleepy_coder.rust.snapshots import snapshots
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.suggestion import Suggestion
from sleepy_coder.rust.unasked import unasked


def foremost(error: Diagnostic, tree: SourceTree, *, among_others: bool = False) -> tuple[Suggestion, ...]:
    """What is tried first for an error, as suggestions that may be incorrect."""
    readers: tuple[Callable[[Diagnostic, Span, SourceTree], Iterator[tuple[str, Edit]]], ...] = (
        unasked,
        impl_lifetimes,
        converted_first,
        snapshots,
        *((copies,) if among_others else ()),
    )
    span = error.primary
    if span is None or span.file not in tree.files:
        return ()
    found = (one for reader in readers for one in reader(error, span, tree))
    mended = (Suggestion(message, Applicability.MAYBE, (edit,)) for message, edit in found)
    taken = (Suggestion(message, Applicability.MAYBE, tuple(edits)) for message, edits in emptied(error, span, tree))
    return (*mended, *taken, *lenders(error, tree))
