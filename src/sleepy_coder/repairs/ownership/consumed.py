"""A value that can only be consumed, such as a thread's handle, reached through a loop over references (E0507): the
loop, or the chain that ends in a closure, goes over the values themselves, where nothing needs them afterwards."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.bindings import bound_to
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import instead, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_BEHIND = re.compile(r"^cannot move out of `(?P<place>[\w.*]+)`,? which is behind a (?:shared|mutable) reference$")
_EACH = frozenset(("map", "for_each", "filter_map", "flat_map", "try_for_each"))
"""Methods whose closures get one element each, as it is."""
_KEEPING = frozenset(("enumerate", "rev", "zip", "skip", "take", "chain"))
"""Methods that hand on the elements as they are."""


def consumed(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """Values in the place of references to them."""
    behind = _BEHIND.match(error.message) if error.code == "E0507" else None
    use = node_at(tree, span) if behind is not None else None
    name = behind["place"].lstrip("*").split(".")[0] if behind is not None else ""
    if use is None or not name.isidentifier() or name == "self":
        return
    source = bound_to(use, name)
    if source is None or around(source, "for_expression") is None or _loop(source) is None:
        source = _mapped(use, name)
    elif source.type == "reference_expression":
        value = source.child_by_field_name("value")
        if value is not None and value.type == "identifier":
            yield "loop over the values", rewritten(tree, span.file, [instead(source, node_text(value))])
        return
    lent = _lending(source)
    owner = lent.parent.child_by_field_name("value") if lent is not None and lent.parent is not None else None
    if lent is None or owner is None:
        return
    if source is not None and _loop(source) is not None and lent.parent == source.child_by_field_name("function"):
        yield "loop over the values", rewritten(tree, span.file, [instead(source, node_text(owner))])
    else:
        yield "go over the values", rewritten(tree, span.file, [instead(lent, "into_iter")])


def _loop(source: Node) -> Node | None:
    """The loop over a value."""
    loop = source.parent
    over = loop.child_by_field_name("value") if loop is not None and loop.type == "for_expression" else None
    return loop if over == source else None


def _mapped(use: Node, name: str) -> Node | None:
    """What a method gives the elements of, one by one, to the closure that has a name as its parameter."""
    closure = around(use, "closure_expression")
    parameters = closure.child_by_field_name("parameters") if closure is not None else None
    call = closure.parent.parent if closure is not None and closure.parent is not None else None
    function = call.child_by_field_name("function") if call is not None and call.type == "call_expression" else None
    method = function.child_by_field_name("field") if function is not None else None
    alone = parameters is not None and [node_text(one) for one in parameters.named_children] == [name]
    if function is None or method is None or not alone or node_text(method) not in _EACH:
        return None
    return function.child_by_field_name("value")


def _lending(source: Node | None) -> Node | None:
    """The name of the method that lends the elements of a variable, `iter` or `iter_mut`."""
    while source is not None and source.type == "call_expression":
        function = source.child_by_field_name("function")
        method = function.child_by_field_name("field") if function is not None else None
        source = function.child_by_field_name("value") if function is not None else None
        if method is not None and node_text(method) in ("iter", "iter_mut"):
            return method if source is not None and source.type == "identifier" else None
        if method is None or node_text(method) not in _KEEPING:
            return None
    return None
