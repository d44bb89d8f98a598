"""A method that several traits of a type have (E0034), called on a reference: rustc borrows the receiver once more in
each of its suggestions, of which then one alone would get as far as a second repair. Without that each stands for
itself, and it shows that several would do (`agent/doubt.py`).

    animal.name()                           Person::name(animal)
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.suggestion import Suggestion, suggestions

_LENT = re.compile(r"(::\w+\()&(?:mut )?")


def ambiguous_methods(error: Diagnostic, tree: SourceTree) -> Iterator[Suggestion]:
    """rustc's suggestions with the receiver as it is."""
    if error.code == "E0034" and any(_LENT.search(one.replacement or "") for one in error.replaced):
        children = tuple(replace(child, spans=tuple(map(_as_it_is, child.spans))) for child in error.children)
        yield from suggestions(replace(error, children=children), tree)


def _as_it_is(span: Span) -> Span:
    lent = span.replacement is not None and _LENT.search(span.replacement)
    return replace(span, replacement=_LENT.sub(r"\1", span.replacement or "", count=1)) if lent else span
