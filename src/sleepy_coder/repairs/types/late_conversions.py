"""Conversions that come too late, of whole numbers: a quotient made a float when its fraction is gone, and a difference
made a type with a sign when it can no longer be below zero. What is computed may have got a name before.
"""

import re
from collections.abc import Sequence

from tree_sitter import Node

from sleepy_coder.errors import EditRejected
from sleepy_coder.repairs.ownership.plain_locals import binding
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import covered, value_at
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_FLOAT_WANTED = re.compile(r"^expected `f(?:32|64)`, found `[iu](?:\d+|size)`$")
_SIGN_WANTED = re.compile(r"^expected `[if](?:\d+|size)`, found `u(?:\d+|size)`$")
_CUTTING = frozenset({"/", "%", ">>"})
_ARITHMETIC = ("binary_expression", "parenthesized_expression", "unary_expression")


def converts_late(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether what makes a float of an integer comes after a division of integers."""
    span = error.primary
    if span is None or span.file not in tree.files or not _FLOAT_WANTED.match(span.label or ""):
        return False
    value = computed(tree, span)
    if value is None or not _cuts(value):
        return False
    return any(_cuts(bound_value(one) or one) for one in _converted(span, edits, tree))


def signs_late(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether the sign of a difference comes after numbers without a sign are subtracted."""
    span = error.primary
    if span is None or span.file not in tree.files or not _SIGN_WANTED.match(span.label or ""):
        return False
    value = computed(tree, span)
    return value is not None and _subtracts(value) and any(map(_subtracts, _converted(span, edits, tree)))


def computed(tree: SourceTree, span: Span) -> Node | None:
    """The value that a span is about; where that is a name, what its `let` computes."""
    value = covered(value_at(tree, span), span)
    if value is not None and value.type == "shorthand_field_initializer":
        value = value.named_children[0]
    return (bound_value(value) or value) if value is not None else None


def bound_value(name: Node) -> Node | None:
    """What a local is bound to, for good, where neither its `let` nor anything else says its type."""
    let = binding(name, node_text(name)) if name.type == "identifier" else None
    if let is None or any(child.type == "mutable_specifier" for child in let.children):
        return None
    return let.child_by_field_name("value")


def _converted(span: Span, edits: Sequence[Edit], tree: SourceTree) -> list[Node]:
    """What is converted on the lines of a span when edits are made."""
    try:
        after = tree.apply(edits)
    except EditRejected:
        return []
    rows = range(span.line_start - 1, span.line_end)
    values = (_before_conversion(node) for node in walk(parse(after.files[span.file])) if node.start_point.row in rows)
    return [one for one in values if one is not None]


def _before_conversion(node: Node) -> Node | None:
    """What `from(..)`, `.into()`, `.try_into()` or `as` converts."""
    if node.type == "type_cast_expression":
        return node.child_by_field_name("value")
    function, given = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    if node.type != "call_expression" or function is None or given is None:
        return None
    if function.type == "field_expression" and field_text(function, "field") in ("into", "try_into"):
        return function.child_by_field_name("value")
    from_ = node_text(function).endswith("::from") and len(given.named_children) == 1
    return given.named_children[0] if from_ else None


def _cuts(value: Node) -> bool:
    """Whether a value is the quotient of a division, or what is computed from one."""
    if value.type == "binary_expression" and field_text(value, "operator") in _CUTTING:
        return True
    return value.type in _ARITHMETIC and any(map(_cuts, value.named_children))


def _subtracts(value: Node) -> bool:
    """Whether a value is the difference of two that vary, or what is computed from one."""
    right = value.child_by_field_name("right") if value.type == "binary_expression" else None
    if right is not None and right.type != "integer_literal" and field_text(value, "operator") == "-":
        return True
    return value.type in _ARITHMETIC and any(map(_subtracts, value.named_children))
