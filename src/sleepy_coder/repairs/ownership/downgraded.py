"""Strong and weak pointers in each other's place (E0308): a `Weak` is made of an `Rc` by `downgrade`, and asked for
one by `upgrade`."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import covered, node_at, value_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree

_PATH = r"(?:\w+::)*"
_WEAK_WANTED = re.compile(rf"^expected `{_PATH}Weak<(?P<held>.+)>`, found `{_PATH}(?P<strong>Rc|Arc)<(?P<given>.+)>`$")
_OPTION_FOUND = re.compile(r", found `Option<_>`$")
_OF_WEAK = re.compile(rf"^this expression has type `&*(?:{_PATH}(?:Ref|MutexGuard)<'_, )?&*{_PATH}Weak<")
_PLAIN = ("identifier", "self", "field_expression", "index_expression")


def downgraded(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`Rc::downgrade` of what is given; `.upgrade()` behind what is matched with `Some` and `None`."""
    label = span.label or ""
    weak = _WEAK_WANTED.match(label) if error.code == "E0308" else None
    if weak is not None:
        value = covered(value_at(tree, span), span)
        if value is None:
            return
        given = _strong(value)
        for pointer in (given, f"&{given}") if given is not None else ():
            new = f"{weak['strong']}::downgrade({pointer})"
            yield f"downgrade the `{weak['strong']}`", written_over(tree, span.file, value, new)
    elif error.code == "E0308" and _OPTION_FOUND.search(label):
        for matched in error.spans:
            place = covered(node_at(tree, matched), matched) if _OF_WEAK.match(matched.label or "") else None
            inner = place.named_children[0] if place is not None and node_text(place).startswith("*") else place
            if place is not None and inner is not None and inner.type in (*_PLAIN, "call_expression"):
                yield "upgrade it", written_over(tree, matched.file, place, f"{node_text(inner)}.upgrade()")


def _strong(value: Node) -> str | None:
    """The pointer that is given, or that a clone is given of."""
    if value.type in _PLAIN:
        return node_text(value)
    function, given = value.child_by_field_name("function"), value.child_by_field_name("arguments")
    if value.type != "call_expression" or function is None or given is None:
        return None
    if function.type == "scoped_identifier" and len(given.named_children) == 1:
        return node_text(given.named_children[0]) if node_text(function) in ("Rc::clone", "Arc::clone") else None
    method, pointer = function.child_by_field_name("field"), function.child_by_field_name("value")
    cloned = method is not None and node_text(method) == "clone" and not given.named_children
    return node_text(pointer) if cloned and pointer is not None and pointer.type in _PLAIN else None
