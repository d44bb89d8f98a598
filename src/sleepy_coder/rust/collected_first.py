"""A collection or text that grows by what is taken from itself (E0502): all of that is taken before it grows, which is
the only order that means something."""

from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import covered, node_at
from sleepy_coder.rust.rewritten import after, instead, rewritten
from sleepy_coder.rust.source import Edit, SourceTree


def collected_first(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`.collect::<Vec<_>>()` behind the iterator, `extend_from_within` for a slice, a String for a text."""
    called = any((one.label or "").endswith("borrow later used by call") for one in error.spans)
    call = covered(node_at(tree, span), span) if error.code == "E0502" and called else None
    function = call.child_by_field_name("function") if call is not None and call.type == "call_expression" else None
    given = call.child_by_field_name("arguments") if call is not None else None
    method = function.child_by_field_name("field") if function is not None else None
    place = function.child_by_field_name("value") if function is not None else None
    if method is None or place is None or given is None or len(given.named_children) != 1:
        return
    (argument,) = given.named_children
    if node_text(method) == "extend" and argument.type == "call_expression":
        yield "collect it first", rewritten(tree, span.file, [after(argument, _collect(argument))])
    elif node_text(method) == "extend_from_slice":
        part = _within(argument, node_text(place))
        if part is not None:
            pieces = [instead(method, "extend_from_within"), instead(argument, part)]
            yield "extend it from within", rewritten(tree, span.file, pieces)
    elif node_text(method) == "push_str":
        inner = argument.child_by_field_name("value") if argument.type == "reference_expression" else argument
        if inner is not None and inner.type in (
            "identifier",
            "field_expression",
            "index_expression",
            "call_expression",
        ):
            new = f"&{node_text(inner)}.to_string()"
            yield "copy the text first", rewritten(tree, span.file, [instead(argument, new)])


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
