"""Uses of a number that its size decides: what is cast, shifted or inverted, asked by a method or lent to others,
compiles for a wider number as well, and may do something else.

    width as i32        !mask        hash << 5        id.to_le_bytes()        (all >> 3).leading_zeros()        put(&id)
"""

import re
from collections.abc import Callable

from tree_sitter import Node

from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.numbers import holds
from sleepy_coder.rust.walk import walk

_THROUGH = ("binary_expression", "parenthesized_expression", "reference_expression", "unary_expression")
_COMPARED = ("==", "!=", "<", ">", "<=", ">=", "&&", "||")


def has_sized_use(scope: Node | None, name: str, narrow: str, wide: str) -> bool:
    """Whether something in a scope does with the number of this name, or with what functions of this name return, what
    a wider type might change.
    """
    names = {name}

    def is_one(node: Node) -> bool:
        if node.type == "call_expression":
            return re.split(r"\W+", field_text(node, "function"))[-1] == name
        if node.type == "identifier":
            return node_text(node) in names
        compared = field_text(node, "operator") in _COMPARED
        return node.type in _THROUGH and not compared and any(map(is_one, node.named_children))

    for one in walk(scope):
        value, pattern = (one.child_by_field_name(field) for field in ("value", "pattern"))
        if one.type == "let_declaration" and value is not None and pattern is not None and is_one(value):
            names |= {node_text(pattern)} if one.child_by_field_name("type") is None else set()
        if _by_size(one, is_one, narrow, wide) or _in_macro(one, names):
            return True
    return False


def _by_size(node: Node, is_one: Callable[[Node], bool], narrow: str, wide: str) -> bool:
    value = node.child_by_field_name("value")
    match node.type:
        case "field_expression":
            return value is not None and is_one(value)
        case "type_cast_expression":
            kind = field_text(node, "type")
            cuts = holds(kind, narrow) and not holds(kind, wide) and not kind.startswith("f")
            return cuts and value is not None and is_one(value)
        case "unary_expression":
            return node_text(node).startswith("!") and is_one(node)
        case "reference_expression":
            return is_one(node)
        case "binary_expression" | "compound_assignment_expr":
            left = node.child_by_field_name("left")
            return field_text(node, "operator").startswith("<<") and left is not None and is_one(left)
    return False


def _in_macro(node: Node, names: set[str]) -> bool:
    """The same for what a macro is given, of which nobody knows the shape."""
    if node.type != "identifier" or node.parent is None or node.parent.type != "token_tree":
        return False
    following = node.next_sibling
    if following is not None and following.type == "token_tree":
        following = following.next_sibling
    around = (node.prev_sibling, following)
    before, behind = (node_text(one) if one is not None else "" for one in around)
    return node_text(node) in names and (before == "!" or behind in (".", "as"))
