"""Alternatives of a pattern that call the same by different names (E0408): `Cash(amount) | Card(sum)`. Where only one
of the two names is used, it is the name that was meant for both.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_NAMES = ("identifier", "shorthand_field_identifier")
_HOMES = ("match_arm", "let_condition", "let_declaration", "for_expression", "closure_expression", "parameter")


def alternatives(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The one name that is used in the place of the one that is not."""
    home = around(node_at(tree, span), *_HOMES) if error.code == "E0408" else None
    whole = next((one for one in walk(home) if one.type == "or_pattern" and _holds(one, span)), None)
    if home is None or whole is None:
        return
    bound = [_bound(one) for one in _parts(whole)]
    common = set.intersection(*(set(one) for one in bound))
    apart = {name for one in bound for name in one} - common
    used = {name for name in apart if _is_used(name, home, whole)}
    if len(used) != 1 or any(len(set(one) - common) != 1 for one in bound):
        return
    (name,) = used
    pieces = [_piece(node, name) for one in bound for other, node in one.items() if other in apart - used]
    if pieces:
        yield f"call it `{name}` in each", rewritten(tree, span.file, pieces)


def _holds(node: Node, span: Span) -> bool:
    outermost = node.parent is None or node.parent.type != "or_pattern"
    return outermost and node.start_byte <= span.byte_start < node.end_byte


def _parts(whole: Node) -> Iterator[Node]:
    """The alternatives, which the grammar nests."""
    for one in whole.named_children:
        if one.type == "or_pattern":
            yield from _parts(one)
        else:
            yield one


def _bound(pattern: Node) -> dict[str, Node]:
    """The variables that a pattern binds, with where it does."""
    found = {}
    for one in walk(pattern):
        path = one.parent is not None and one.parent.type.startswith("scoped_")
        if one.type in _NAMES and not path and not node_text(one)[:1].isupper():  # as `None` is
            found[node_text(one)] = one
    return found


def _is_used(name: str, home: Node, whole: Node) -> bool:
    """Whether a name stands in what sees the pattern: all of its arm, or the block around."""
    scope = home.parent if home.type in ("let_condition", "let_declaration", "parameter") else home
    while scope is not None and scope.type in ("let_chain", "parameters"):
        scope = scope.parent
    inside = range(whole.start_byte, whole.end_byte)
    shown = re.compile(rf"\{{{re.escape(name)}\b[^}}]*\}}")
    for one in walk(scope):
        if one.start_byte not in inside and one.type in _NAMES and node_text(one) == name:
            return True
        if one.type == "string_content" and shown.search(node_text(one)):
            return True
    return False


def _piece(node: Node, name: str) -> Piece:
    field = f"{node_text(node)}: " if node.type == "shorthand_field_identifier" else ""
    return node.start_point, node.end_point, f"{field}{name}"
