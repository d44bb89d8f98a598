"""Locals that a `let` binds by their name alone, and whether what they are used as says that they are a Result or an
Option: where one is asked for its cases, that is what its owner wanted it to be."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.walk import walk

_METHODS = frozenset(
    (
        *("is_ok", "is_ok_and", "is_err", "is_err_and", "ok", "err", "unwrap_err", "expect_err", "map_err", "or_else"),
        *("is_some", "is_some_and", "is_none", "is_none_or", "ok_or", "ok_or_else", "unwrap", "expect", "unwrap_or"),
        *("unwrap_or_else", "unwrap_or_default", "map", "map_or", "map_or_else", "and_then", "as_ref", "as_mut"),
        *("as_deref", "as_deref_mut", "take", "cloned", "copied", "filter", "transpose", "flatten", "inspect"),
    )
)
_CASE = re.compile(r"[&(\s]*(?:\w+::)*(?:Ok|Err|Some|None)\b")
_DEBUG = re.compile(r"\{[^{}]*\?\}")
_CASE_OR_DEBUG = re.compile(r"\b(?:Ok|Err|Some|None)\b|\?\}")


def binding(use: Node, name: str) -> Node | None:
    """The nearest `let` above a place that binds a name, if it binds it alone, with neither a type nor an `else`."""
    node = use
    while (parent := node.parent) is not None and node.type != "function_item":
        above = node.prev_named_sibling if parent.type == "block" else None
        while above is not None:
            pattern = above.child_by_field_name("pattern") if above.type == "let_declaration" else None
            if pattern is not None and any(node_text(one) == name for one in walk(pattern)):
                return above if pattern.type == "identifier" and not _said_more(above) else None
            above = above.prev_named_sibling
        node = parent
    return None


def asked_nowhere(let: Node) -> bool:
    """Whether no use of a local asks it for its cases, and no other pattern takes its name."""
    return not any(_bound(one) or _asked(one) for one in uses(let)) and not _shown(let, _name(let))


def uses(let: Node) -> Iterator[Node]:
    """Where the block below a `let` of one name has this name."""
    kinds, name = ("identifier", "shorthand_field_identifier"), _name(let)
    return (one for one in _below(let) if one.type in kinds and node_text(one) == name)


def debugged(let: Node) -> bool:
    """Whether a text shows a local by `{:?}`."""
    lists = (use.parent for use in uses(let))
    kinds = ("token_tree", "arguments")  # of a macro, as it is or read as a call
    given = any(one is not None and one.type in kinds and _DEBUG.search(node_text(one)) for one in lists)
    return given or _shown(let, _name(let))


def dereferenced(let: Node) -> Iterator[tuple[Node, Node]]:
    """Where a local is written as `*name`, with the name in it: what is no longer a reference is not."""
    for use in uses(let):
        if use.parent is not None and use.parent.type == "unary_expression" and node_text(use.parent)[0] == "*":
            yield use.parent, use


def _said_more(let: Node) -> bool:
    return any(let.child_by_field_name(field) for field in ("type", "alternative"))


def _below(let: Node) -> Iterator[Node]:
    return (one for one in walk(let.parent) if one.start_byte >= let.end_byte)


def _name(let: Node) -> str:
    pattern = let.child_by_field_name("pattern")
    return node_text(pattern) if pattern is not None else ""


def _shown(let: Node, name: str) -> bool:
    """Whether a text shows a name as `{name:?}`."""
    shown = re.compile(rf"\{{{name}:[^}}]*\?")
    return any(one.type == "string_content" and shown.search(node_text(one)) for one in _below(let))


def _bound(name: Node) -> bool:
    """Whether a name stands in a pattern."""
    node: Node | None = name
    while node is not None and (parent := node.parent) is not None and parent.type not in ("block", "token_tree"):
        if parent.type == "match_pattern":
            return parent.child_by_field_name("condition") != node
        if parent.type == "closure_parameters" or parent.child_by_field_name("pattern") == node:
            return True
        node = parent
    return False


def _asked(use: Node) -> bool:
    """Whether a use is one of a Result or an Option."""
    node = use
    while node.parent is not None and node.parent.type in ("reference_expression", "parenthesized_expression"):
        node = node.parent
    parent = node.parent
    if parent is None or parent.type == "try_expression":
        return True
    if parent.type == "token_tree":
        return _asked_in_macro(node, parent)
    if parent.type == "match_expression":
        return any(_CASE.match(node_text(one)) for one in walk(parent) if one.type == "match_pattern")
    member, pattern = (parent.child_by_field_name(field) for field in ("field", "pattern"))
    if parent.type == "field_expression":
        return member is not None and node_text(member) in _METHODS
    return pattern is not None and _CASE.match(node_text(pattern)) is not None


def _asked_in_macro(token: Node, tokens: Node) -> bool:
    """The same for a macro's arguments, which may also show it by `{:?}`."""
    following = token.next_sibling
    called = following.next_sibling if following is not None and node_text(following) == "." else None
    question = following is not None and node_text(following) == "?"
    named = called is not None and node_text(called) in _METHODS
    return question or named or _CASE_OR_DEBUG.search(node_text(tokens)) is not None
