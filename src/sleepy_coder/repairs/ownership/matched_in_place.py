"""A `match` or `if let` that would move a part out of a place behind `&mut` (E0507): the place is matched by `&mut`,
and what `mut` binds in its patterns is changed where it is, rather than lost with what was moved out."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, covered, node_at
from sleepy_coder.rust.rewritten import Piece, before, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_BEHIND = re.compile(r"^cannot move out of `.+` as enum variant `\w+` which is behind a mutable reference$")
_PLACES = ("field_expression", "index_expression")
_PATTERNS = ("match_pattern", "closure_parameters", "tuple_struct_pattern", "struct_pattern")


def matched_in_place(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`&mut` before the place, where no variable is changed and then read as a copy of its own could be."""
    place = covered(node_at(tree, span), span) if _BEHIND.match(error.message) and error.code == "E0507" else None
    outer = place.parent if place is not None else None
    if place is None or outer is None or place.type not in _PLACES or outer.child_by_field_name("value") != place:
        return
    patterns = [(pattern, body) for pattern, body in _patterns(outer) if _bound(pattern)]
    if patterns and all(_only_changed(name, body) for pattern, body in patterns for name in _bound(pattern)):
        pieces = [before(place, "&mut "), *(piece for pattern, _ in patterns for piece in _without_mut(pattern))]
        yield "match it in its place", rewritten(tree, span.file, pieces)


def _patterns(outer: Node) -> Iterator[tuple[Node, Node | None]]:
    """The patterns that a value is matched with, each with what sees its variables."""
    pattern = outer.child_by_field_name("pattern")
    if outer.type == "let_condition" and pattern is not None:
        branch = around(outer, "if_expression", "while_expression")
        body = (
            branch.child_by_field_name("consequence" if branch.type == "if_expression" else "body") if branch else None
        )
        yield pattern, body
    elif outer.type == "let_declaration" and pattern is not None:
        yield pattern, outer.parent
    block = outer.child_by_field_name("body") if outer.type == "match_expression" else None
    for arm in block.named_children if block is not None else ():
        pattern = arm.child_by_field_name("pattern")
        if pattern is not None:
            yield pattern, arm.child_by_field_name("value")


def _bound(pattern: Node) -> set[str]:
    """The variables of a pattern, which begin with a small letter."""
    kinds = ("identifier", "shorthand_field_identifier")
    return {node_text(one) for one in walk(pattern) if one.type in kinds and node_text(one)[0].islower()}


def _only_changed(name: str, body: Node | None) -> bool:
    """Whether all that is done with a variable is one call of its method, or calls and assignments of no result."""
    uses = [one for one in walk(body) if one.type == "identifier" and node_text(one) == name]
    uses = [one for one in uses if around(one, *_PATTERNS) is None]
    return bool(uses) and all(_changes(one, alone=len(uses) == 1) for one in uses)


def _changes(use: Node, *, alone: bool) -> bool:
    place = use
    while place.parent is not None and place.parent.type in _PLACES and place.parent.named_children[0] == place:
        place = place.parent
    outer = place.parent
    if outer is not None and outer.type in ("assignment_expression", "compound_assignment_expr"):
        return outer.child_by_field_name("left") == place
    called = outer is not None and outer.type == "call_expression" and outer.child_by_field_name("function") == place
    statement = (
        called and outer is not None and outer.parent is not None and outer.parent.type == "expression_statement"
    )
    return place != use and called and (alone or statement)


def _without_mut(pattern: Node) -> Iterator[Piece]:
    for one in walk(pattern):
        name = one.named_children[-1] if one.type == "mut_pattern" else None
        if name is not None and node_text(one).startswith("mut"):
            yield one.start_point, name.start_point, ""
