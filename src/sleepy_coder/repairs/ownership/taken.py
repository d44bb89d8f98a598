"""An `Option` that cannot be moved out of its place (E0507), and is put anew there later, or is unwrapped although what
it holds has no clone, or is all that a method named for it gives away: it is taken out. Where a way leads past what
puts it anew, it would be lost there."""

from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.lossy import BEHIND, MOVED, taken_by_name
from sleepy_coder.repairs.ownership.overwritten import leaves, seen
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, covered, node_at
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_UNWRAPPING = ("unwrap()", "expect(")
_NO_CLONE = "trait bound could be satisfied"


def taken(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`.take()` behind the place."""
    found = next((found for one in error.spans if (found := MOVED.match(one.label or ""))), None)
    if error.code != "E0507" or BEHIND not in error.message or found is None or span.line_start != span.line_end:
        return
    place = found["place"]
    if found["type"].startswith("Option<") and span.text == place:
        line, end = tree.line(span.file, span.line_start), span.column_end - 1
        only_held = line[end + 1 :].startswith(_UNWRAPPING) and any(_NO_CLONE in one.message for one in error.children)
        if only_held or taken_by_name(error, found["type"], tree) or _renewed(covered(node_at(tree, span), span)):
            yield (
                f"take `{place}`",
                Edit(span.file, span.line_start, span.line_start, line, line[:end] + ".take()" + line[end:]),
            )


def _renewed(place: Node | None) -> bool:
    """Whether a place is assigned by the statement that moves it, or surely by one behind that."""
    statement = place
    while statement is not None and statement.parent is not None and statement.parent.type != "block":
        statement = statement.parent
    if place is None or statement is None or around(place, "function_item") is None:
        return False
    within = [one for one in walk(statement) if _assigns(one, place)]
    if within:
        branch = around(within[0], "if_expression", "match_arm", "function_item")
        return branch is None or branch.start_byte <= place.start_byte
    following = statement.next_named_sibling
    while following is not None and not any(map(leaves, walk(following))):
        inner = following.named_children[0] if following.type == "expression_statement" else following
        if _assigns(inner, place):
            return not seen(inner.named_children[-1], place)
        if seen(following, place):
            return False
        following = following.next_named_sibling
    return False


def _assigns(node: Node, place: Node) -> bool:
    left = node.child_by_field_name("left") if node.type == "assignment_expression" else None
    return left is not None and left.start_byte >= place.start_byte and node_text(left) == node_text(place)
