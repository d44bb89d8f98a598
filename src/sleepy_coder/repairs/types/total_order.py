"""Floats in the place of what has a total order (E0277, E0599): sorted, compared, or looked through for the largest.

`total_cmp` orders all floats as `<` does, and what `<` cannot order it puts at the ends, so that nothing can fail; it
is what the standard library gives for this. `partial_cmp(..).unwrap()` would stop at the first NaN.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, value_at
from sleepy_coder.rust.rewritten import rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_UNORDERED = re.compile(r"the trait bound `&*f(?:32|64): Ord` is not satisfied")
_COMPARED = re.compile(r"`&*f(?:32|64)` is not an iterator|the method `cmp` exists for reference `&+f(?:32|64)`")
_LENT = re.compile(r"required for `&f(?:32|64)` to implement `Ord`")
_BY = {
    **dict.fromkeys(("sort", "sort_by_key", "sort_by_cached_key"), "sort_by"),
    **dict.fromkeys(("sort_unstable", "sort_unstable_by_key"), "sort_unstable_by"),
    **dict.fromkeys(("max", "max_by_key"), "max_by"),
    **dict.fromkeys(("min", "min_by_key"), "min_by"),
}
_SIMPLE = frozenset(("identifier", "field_expression", "call_expression", "index_expression"))
_PAIR = ("a", "b")


def total_order(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The same by `total_cmp`."""
    if error.code == "E0599" and span.text == "cmp" and _COMPARED.match(error.message):
        line, end = tree.line(span.file, span.line_start), span.column_end - 1
        new = f"{line[: span.column_start - 1]}total_cmp{line[end:]}"
        yield "compare floats by `total_cmp`", Edit(span.file, span.line_start, span.line_start, line, new)
    if error.code != "E0277" or not _UNORDERED.match(error.message):
        return
    call = around(value_at(tree, span), "call_expression")
    while call is not None and _method(call) is None:
        call = around(call.parent, "call_expression")
    method = _method(call) if call is not None else None
    given = call.child_by_field_name("arguments") if call is not None else None
    if call is None or method is None or given is None:
        return
    name = node_text(method)
    compared = _by_key(given, error) if name.endswith("key") else "|a, b| a.total_cmp(b)" if _is_empty(given) else None
    if compared is not None:
        edit = rewritten(tree, span.file, [(method.start_point, call.end_point, f"{_BY[name]}({compared})")])
        yield "order floats by `total_cmp`", edit


def _method(call: Node) -> Node | None:
    """The name of a method in the table."""
    function = call.child_by_field_name("function")
    named = function.child_by_field_name("field") if function is not None else None
    return named if named is not None and node_text(named) in _BY else None


def _is_empty(given: Node) -> bool:
    return not given.named_children


def _by_key(given: Node, error: Diagnostic) -> str | None:
    """A closure of two that compares what the given one returns, backwards where it returns the negative; None unless
    that binds one name.
    """
    closure = given.named_children[0] if len(given.named_children) == 1 else None
    listed = closure.child_by_field_name("parameters") if closure is not None else None
    key = closure.child_by_field_name("body") if closure is not None else None
    if closure is None or listed is None or key is None or len(listed.named_children) != 1:
        return None
    pattern = listed.named_children[0]
    names = {node_text(one) for one in walk(pattern) if one.type == "identifier"}
    used = {node_text(one) for one in walk(key) if one.type == "identifier"}
    if len(names) != 1 or pattern.type == "parameter" or (used & set(_PAIR)) - names:
        return None
    sign = node_text(key)[0] if key.type == "unary_expression" else ""
    key = key.named_children[0] if sign else key
    if key.type not in _SIMPLE or sign == "!":
        return None
    (name,) = names
    patterns, keys = ([_renamed(node, name, new) for new in _PAIR] for node in (pattern, key))
    left, right = reversed(keys) if sign == "-" else keys
    lent = sign == "*" or any(_LENT.match(remark) for remark in error.remarks)
    return f"|{', '.join(patterns)}| {left}.total_cmp({'' if lent else '&'}{right})"


def _renamed(node: Node, old: str, new: str) -> str:
    """A node's text with a variable by another name."""
    text, start = node_text(node).encode(), node.start_byte
    found = [one for one in walk(node) if one.type == "identifier" and node_text(one) == old]
    for one in reversed(found):
        text = text[: one.start_byte - start] + new.encode() + text[one.end_byte - start :]
    return text.decode()
