"""A `match` or `if let` that would move a part out of a place behind `&mut` (E0507): the place is matched by `&mut`,
and what `mut` binds in its patterns is changed where it is, rather than lost with what was moved out."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import covered, node_at
from sleepy_coder.rust.rewritten import Piece, before, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_BEHIND = re.compile(r"^cannot move out of `.+` as enum variant `\w+` which is behind a mutable reference$")
_PLACES = ("field_expression", "index_expression")


def matched_in_place(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`&mut` before the place."""
    place = covered(node_at(tree, span), span) if _BEHIND.match(error.message) and error.code == "E0507" else None
    outer = place.parent if place is not None else None
    if place is None or outer is None or place.type not in _PLACES or outer.child_by_field_name("value") != place:
        return
    patterns = list(_patterns(outer))
    pieces = [before(place, "&mut "), *(piece for pattern in patterns for piece in _without_mut(pattern))]
    if patterns:
        yield "match it in its place", rewritten(tree, span.file, pieces)


def _patterns(outer: Node) -> Iterator[Node]:
    if outer.type in ("let_condition", "let_declaration"):
        pattern = outer.child_by_field_name("pattern")
        yield from [pattern] if pattern is not None else []
    body = outer.child_by_field_name("body") if outer.type == "match_expression" else None
    for arm in body.named_children if body is not None else ():
        pattern = arm.child_by_field_name("pattern")
        yield from [pattern] if pattern is not None else []


def _without_mut(pattern: Node) -> Iterator[Piece]:
    for one in walk(pattern):
        name = one.named_children[-1] if one.type == "mut_pattern" else None
        if name is not None and node_text(one).startswith("mut"):
            yield one.start_point, name.start_point, ""
