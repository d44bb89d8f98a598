"""A `match` that would move parts of a variant out of a list or of what is behind a reference (E0507, E0508): the place
is matched by `&`, and what was used as a value is read through its reference, or cloned where it cannot be copied.

    match code[at] {                            match &code[at] {
        Op::Push(n) => stack.push(n),               Op::Push(n) => stack.push(*n),
        Op::Store(name) => set(name),               Op::Store(name) => set(name.clone()),

rustc writes the `&` alone, which leaves an error at each use. Not where the place is written anew by what is matched,
or a part of it is changed: then it is to be taken.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import bare, field_text, members, only
from sleepy_coder.rust.items import COMMENTS, node_text
from sleepy_coder.rust.nodes import around, covered, first_row, node_at
from sleepy_coder.rust.rewritten import Piece, apart, before, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_MOVED = re.compile(r"^cannot move out of ")
_PLACES = ("index_expression", "field_expression")
_NUMBER = re.compile(r"[iu](?:8|16|32|64|128|size)|f32|f64|bool|char|&(?!\s*(?:'\w+\s+)?mut\b).*", re.DOTALL)
_ASSIGNING = ("assignment_expression", "compound_assignment_expr")


def matched_by_reference(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """`&` before the place, with what the uses of its parts need for that."""
    found = _MOVED.match(error.message) if error.code in ("E0507", "E0508") else None
    place = covered(node_at(tree, span), span) if found is not None else None
    match = place.parent if place is not None else None
    arms = match.child_by_field_name("body") if match is not None and match.type == "match_expression" else None
    if place is None or match is None or arms is None or place.type not in _PLACES or _is_overwritten(match, place):
        return
    pieces = [before(place, "&")]
    for arm in arms.named_children:
        if arm.type in COMMENTS:
            continue
        kinds = _bound(arm.child_by_field_name("pattern"), tree)
        if kinds is None:
            return
        for one in walk(arm):
            if one.type == "identifier" and node_text(one) in kinds and not _is_bound(one, arm):
                piece = _read(one, kinds[node_text(one)], tree)
                if piece is None:
                    return
                pieces += piece
    yield "match it by reference", apart(tree, span.file, pieces)


def _is_overwritten(match: Node, place: Node) -> bool:
    """Whether what is matched is assigned to the place that it is moved out of, there or in an arm."""
    outer = around(match, *_ASSIGNING)
    written = [one for one in walk(match) if one.type in _ASSIGNING] + ([outer] if outer is not None else [])
    return any(field_text(one, "left") == node_text(place) for one in written)


def _bound(pattern: Node | None, tree: SourceTree) -> dict[str, str] | None:
    """The variables of an arm's patterns with the types of their fields; None where that is not to be told."""
    kinds: dict[str, str] = {}
    for one in walk(pattern):
        if one.type in ("mut_pattern", "ref_pattern", "captured_pattern", "mutable_specifier"):
            return None
        if one.type not in ("tuple_struct_pattern", "struct_pattern"):
            continue
        path = one.child_by_field_name("type")
        home = only(tree, node_text(path).rpartition("::")[2], "enum_variant") if path is not None else None
        parts = [part for part in one.named_children if part != path]
        if home is None:
            return None
        for number, part in enumerate(parts):
            name = node_text(part)
            if re.fullmatch(r"[a-z]\w*", name) and part.type in ("identifier", "field_pattern"):
                kind = _kind(home[1], name if part.type == "field_pattern" else number)
                if kind is None:
                    return None
                kinds[name] = kind
            elif name not in ("_", "..") and part.type not in ("integer_literal", "string_literal", "char_literal"):
                return None
    return kinds


def _kind(variant: Node, field: str | int) -> str | None:
    body = variant.child_by_field_name("body")
    if isinstance(field, str):
        return next((field_text(one, "type") for one in members(variant) if field_text(one, "name") == field), None)
    listed = body.children_by_field_name("type") if body is not None else []
    return node_text(listed[field]) if field < len(listed) else None


def _is_bound(name: Node, arm: Node) -> bool:
    """Whether a name stands in the pattern of its arm, not in what that asks."""
    pattern = arm.child_by_field_name("pattern")
    condition = pattern.child_by_field_name("condition") if pattern is not None else None
    inside = pattern is not None and name.end_byte <= pattern.end_byte
    return inside and (condition is None or name.start_byte < condition.start_byte)


def _read(use: Node, kind: str, tree: SourceTree) -> list[Piece] | None:
    """What a use of a reference needs where there was a value; None where it is changed."""
    outer = use.parent
    if outer is None or outer.type == "token_tree":
        return []
    if outer.type in _ASSIGNING and outer.child_by_field_name("left") == use:
        return None
    if outer.type == "reference_expression":
        changed = any(one.type == "mutable_specifier" for one in outer.children)
        return None if changed else [instead(outer, node_text(use))]
    if outer.type in ("field_expression", "unary_expression", "try_expression", "scoped_identifier"):
        return []
    if outer.type in ("match_expression", "let_condition", "index_expression") and outer.named_children[0] == use:
        return []
    copied = _NUMBER.fullmatch(kind) is not None or _derives_copy(kind, tree) or outer.type == "binary_expression"
    new = f"*{node_text(use)}" if copied else f"{node_text(use)}.clone()"
    name = f"{node_text(use)}: " if outer.type == "shorthand_field_initializer" else ""
    return [instead(use, name + new)]


def _derives_copy(kind: str, tree: SourceTree) -> bool:
    home = only(tree, bare(kind), "struct_item", "enum_item")
    if home is None:
        return False
    above = range(first_row(home[1]) + 1, home[1].start_point.row + 1)
    return any(re.search(r"\bderive\([^)]*\bCopy\b", tree.line(home[0], row)) for row in above)
