"""A `*` before what is no reference (E0614): the value is there already, as a pattern or a call has followed the
reference.

    let low = v.iter().copied().min()?;
    Some(*low)                                  Some(low)

Not where it is assigned to: `*n += 1` means to change what somebody else holds, and is a copy's own change without the
`*`. Nor of what holds a value that has to be asked for, as a `Cell` or an `Option`.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.nodes import around, covered, value_at
from sleepy_coder.rust.source import Edit, SourceTree

_KIND = re.compile(r"^type `(.+)` cannot be dereferenced$")
_HOLDERS = re.compile(r"^(?:\w+::)*(?:\w*Cell|Mutex|RwLock|Once\w*|\w*Lock|Atomic\w+|Weak|Option|Result|Poll)\b")
_ENCLOSED = re.compile(r"^\(\*\s*([\w.]+)\)")
_CHANGING = ("assignment_expression", "compound_assignment_expr")


def needless_derefs(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The value without its `*`."""
    kind = _KIND.match(error.message) if error.code == "E0614" else None
    place = covered(value_at(tree, span), span) if kind is not None and not _HOLDERS.match(kind[1]) else None
    if place is None or _changed(place):
        return
    line, start = tree.line(span.file, span.line_start), span.column_start - 1
    text = line[start:]
    new = line[:start] + (_ENCLOSED.sub(r"\1", text) if text.startswith("(") else text[1:].lstrip())
    if text.startswith(("*", "(")) and new != line:
        yield "take out the `*`", Edit(span.file, span.line_start, span.line_start, line, new)


def _changed(place: Node | None) -> bool:
    """Whether something is assigned to a place or a part of it, or it is lent to be changed."""
    while place is not None and (outer := place.parent) is not None:
        if outer.type in _CHANGING:
            return outer.child_by_field_name("left") == place
        if outer.type == "reference_expression":
            return any(one.type == "mutable_specifier" for one in outer.children)
        if around(outer, "field_expression", "index_expression", "parenthesized_expression") != outer:
            return False
        place = outer
    return False
