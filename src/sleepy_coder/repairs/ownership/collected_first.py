"""A value that a method changes by what it is given of itself (E0502): all of that is taken before it changes, which is
the only order that means something."""

from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.ownership.interior import has_cells
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import covered, node_at
from sleepy_coder.rust.rewritten import Piece, after, instead, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_PARTS = ("field_expression", "index_expression")


def collected_first(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`.collect::<Vec<_>>()` behind the iterator, `extend_from_within` for a slice, a String for a text; for any other
    method a clone of the part of its value that it is given.
    """
    called = any((one.label or "").endswith("borrow later used by call") for one in error.spans)
    call = covered(node_at(tree, span), span) if error.code == "E0502" and called else None
    function = call.child_by_field_name("function") if call is not None and call.type == "call_expression" else None
    given = call.child_by_field_name("arguments") if call is not None else None
    method = function.child_by_field_name("field") if function is not None else None
    place = function.child_by_field_name("value") if function is not None else None
    if method is None or place is None or given is None:
        return
    pieces = list(_taken_first(node_text(method), place, given.named_children))
    if not pieces and not has_cells(tree):
        pieces = list(_cloned_parts(place, given))
    if pieces:
        if node_text(method) == "extend_from_slice":
            pieces.append(instead(method, "extend_from_within"))
        yield "take it before it changes", rewritten(tree, span.file, pieces)


def _taken_first(method: str, place: Node, arguments: list[Node]) -> Iterator[Piece]:
    if len(arguments) != 1:
        return
    (argument,) = arguments
    if method == "extend" and argument.type == "call_expression":
        yield after(argument, _collect(argument))
    elif method == "extend_from_slice":
        part = _within(argument, node_text(place))
        yield from [instead(argument, part)] if part is not None else []
    elif method == "push_str":
        inner = argument.child_by_field_name("value") if argument.type == "reference_expression" else argument
        if inner is not None and inner.type in (*_PARTS, "identifier", "call_expression"):
            yield instead(argument, f"&{node_text(inner)}.to_string()")


def _cloned_parts(place: Node, given: Node) -> Iterator[Piece]:
    """References to parts of what a method is called of, among its arguments."""
    for argument in given.named_children:
        part = argument.child_by_field_name("value") if argument.type == "reference_expression" else None
        base = part
        while base is not None and base.type in _PARTS and base != place and node_text(base) != node_text(place):
            base = base.named_children[0]
        shared = not any(child.type == "mutable_specifier" for child in argument.children)
        if part is None or base is None or part.type not in _PARTS or not shared or base == part:
            continue
        if node_text(base) == node_text(place):
            yield after(part, ".clone()")


def _collect(chain: Node) -> str:
    """The method, on a line of its own where the one before it is."""
    function = chain.child_by_field_name("function")
    dot = next((one for one in function.children if one.type == "."), None) if function is not None else None
    if dot is None or function is None or dot.start_point.row == function.start_point.row:
        return ".collect::<Vec<_>>()"
    return f"\n{' ' * dot.start_point.column}.collect::<Vec<_>>()"


def _within(argument: Node, place: str) -> str | None:
    """The range of a place that is referred to; all of it where no range says which part."""
    inner = argument.child_by_field_name("value") if argument.type == "reference_expression" else None
    if inner is not None and node_text(inner) == place:
        return ".."
    if inner is None or inner.type != "index_expression" or node_text(inner.named_children[0]) != place:
        return None
    index = inner.named_children[1]
    return node_text(index) if index.type == "range_expression" else None
