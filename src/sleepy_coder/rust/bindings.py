"""Where a local variable is bound, and to what, from the syntax tree."""

from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.items import node_text

_BOUNDARIES = frozenset(("function_item", "const_item", "static_item", "mod_item"))


def bound_to(use: Node, name: str) -> Node | None:
    """What `let`, `if let`, `while let`, `match` or `for` takes the variable from; None for parameters and unknowns."""
    inner, outer = use, use.parent
    while outer is not None and outer.type not in _BOUNDARIES:
        for pattern, value in _bindings(outer, inner):
            if pattern is not None and _binds(pattern, name):
                return value
        inner, outer = outer, outer.parent
    return None


def _bindings(outer: Node, inner: Node) -> Iterator[tuple[Node | None, Node | None]]:
    """The patterns of a node that one of its children sees, the nearest first, with what each is matched against."""
    if outer.type in ("block", "let_chain"):
        for before in reversed([child for child in outer.named_children if child.end_byte <= inner.start_byte]):
            if before.type in ("let_declaration", "let_condition"):
                yield _pattern_and_value(before)
    elif outer.type in ("if_expression", "while_expression") and _is(outer, inner, "consequence", "body"):
        condition = outer.child_by_field_name("condition")
        parts = condition.named_children if condition is not None and condition.type == "let_chain" else [condition]
        yield from (_pattern_and_value(part) for part in reversed(parts) if part is not None)
    elif outer.type == "for_expression" and _is(outer, inner, "body"):
        yield _pattern_and_value(outer)
    elif outer.type == "match_arm" and not _is(outer, inner, "pattern"):
        match = outer.parent.parent if outer.parent is not None else None
        yield outer.child_by_field_name("pattern"), match.child_by_field_name("value") if match is not None else None
    elif outer.type == "closure_expression" and _is(outer, inner, "body"):
        yield outer.child_by_field_name("parameters"), None


def _pattern_and_value(node: Node) -> tuple[Node | None, Node | None]:
    return node.child_by_field_name("pattern"), node.child_by_field_name("value")


def _is(outer: Node, inner: Node, *fields: str) -> bool:
    return any(outer.child_by_field_name(field) == inner for field in fields)


def _binds(pattern: Node, name: str) -> bool:
    if pattern.type in ("identifier", "shorthand_field_identifier"):
        return node_text(pattern) == name
    return any(_binds(child, name) for child in pattern.named_children)
