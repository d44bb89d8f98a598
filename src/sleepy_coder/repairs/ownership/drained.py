"""A loop over all that is drained from a field, whose body needs what holds the field (E0499, E0502): taken out as a
whole first, the field is as empty during the loop as it is while it is drained."""

from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree

_CODES = ("E0499", "E0502", "E0503")
_ALL = ("()", "(..)")


def drained(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`std::mem::take` of what is drained."""
    loops: dict[int, Node] = {}
    for one in error.spans if error.code in _CODES else ():
        loop = around(node_at(tree, one), "for_expression") if one.file == span.file else None
        if loop is not None:
            loops[loop.start_byte] = loop
    for loop in loops.values():
        value = loop.child_by_field_name("value")
        call = _draining(value)
        place = _receiver(call) if call is not None else None
        if call is not None and place is not None and place.type == "field_expression":
            own = "" if call == value else ".into_iter()"
            new = f"std::mem::take(&mut {node_text(place)}){own}"
            yield f"take `{node_text(place)}`", written_over(tree, span.file, call, new)


def _draining(value: Node | None) -> Node | None:
    """The call of `drain` that leaves nothing, at the start of a chain of methods."""
    while value is not None and value.type == "call_expression":
        given, function = value.child_by_field_name("arguments"), value.child_by_field_name("function")
        method = function.child_by_field_name("field") if function is not None else None
        if method is not None and node_text(method) == "drain":
            return value if given is not None and node_text(given) in _ALL else None
        value = _receiver(value)
    return None


def _receiver(call: Node) -> Node | None:
    function = call.child_by_field_name("function")
    return function.child_by_field_name("value") if function is not None else None
