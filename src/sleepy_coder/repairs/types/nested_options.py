"""An Option of an Option (E0308, E0599, E0609), made by a `map` whose closure may itself find nothing: `and_then` makes
one of both. To `unwrap` the inner one would stop the program where nothing is found."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.bindings import bound_to
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, value_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree

_MEMBER = re.compile(r"no (?:field|method) .* (?:on|for) (?:type|enum) `(?:\w+::)*Option<")
_NESTED = re.compile(r"expected `Option<(?P<one>.+)>`, found `Option<Option<(?P=one)>>`")
_CHOICES = ("match_arm", "if_expression", "while_expression")


def nested_options(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`and_then` for the `map` from which a value comes."""
    place = value_at(tree, span)
    source: Node | None = None
    if error.code in ("E0609", "E0599") and _MEMBER.match(error.message):
        member = around(place, "field_expression")
        owner = member.child_by_field_name("value") if member is not None else None
        source = _held(owner) if owner is not None and owner.type == "identifier" else None
    elif error.code == "E0308" and _NESTED.match(span.label or ""):
        while place is not None and place.parent is not None and place.end_byte < span.byte_end:
            place = place.parent
        source = _made(place)
    method = _method(source)
    if method is not None and node_text(method) == "map":
        yield "make one of both by `and_then`", written_over(tree, span.file, method, "and_then")


def _held(name: Node) -> Node | None:
    """The Option out of which a variable comes, by a closure that is given it or a pattern `Some(..)`."""
    closure = around(name, "closure_expression")
    if closure is not None and field_text(closure, "parameters") == f"|{node_text(name)}|":
        call = around(closure.parent, "call_expression")
        method = call.child_by_field_name("function") if call is not None else None
        return _made(method.child_by_field_name("value")) if method is not None else None
    some = f"Some({node_text(name)})"
    choice = around(name, *_CHOICES)
    while choice is not None:
        of_if = choice.child_by_field_name("condition")
        if field_text(choice if of_if is None else of_if, "pattern") == some:
            return _made(bound_to(name, node_text(name)))
        choice = around(choice.parent, *_CHOICES)
    return None


def _made(value: Node | None) -> Node | None:
    """The call that makes a value, or the local that holds it."""
    if value is not None and value.type == "identifier":
        return bound_to(value, node_text(value))
    return value


def _method(call: Node | None) -> Node | None:
    function = call.child_by_field_name("function") if call is not None and call.type == "call_expression" else None
    return function.child_by_field_name("field") if function is not None else None
