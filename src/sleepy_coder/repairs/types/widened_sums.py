"""A local of a declared number type to which something wider is added (E0277, E0308): it becomes as wide, which loses
nothing, and with it what the function returns where that says the narrow type.

    let total: &mut u32 = sums.entry(name).or_default();
    *total += entry.bytes;

What needs the narrow type, as a caller, does not compile any more, and so decides against it.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.types.widened_results import fixed
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.numbers import converts
from sleepy_coder.rust.rewritten import apart, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_GROWN = re.compile(r"^expected `(\w+)`, found `(\w+)`$")
_ADDED = re.compile(r"^cannot (?:add|subtract|multiply)-assign `(\w+)` to `(\w+)`$")


def widened_sums(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """The wider type where the local is declared, alone and in the result as well."""
    grown, added = _GROWN.match(span.label or ""), _ADDED.match(error.message)
    narrow, wide = (grown[1], grown[2]) if grown else (added[2], added[1]) if added else ("", "")
    if error.code not in ("E0277", "E0308") or narrow[:1] != wide[:1] or not converts(narrow, wide):
        return
    sum_ = around(node_at(tree, span), "compound_assignment_expr", "block")
    left = sum_.child_by_field_name("left") if sum_ is not None and sum_.type != "block" else None
    function = around(sum_, "function_item", "closure_expression")
    if left is None or function is None or function.type != "function_item":
        return
    kind, name = _declared(left, function), node_text(left).lstrip("* ")
    fields = (one for one in walk(function) if one.type == "field_expression")
    if kind is None or not _once(kind, narrow) or any(field_text(one, "value") == name for one in fields):
        return
    piece = instead(kind, _replaced(kind, narrow, wide))
    yield f"let `{name}` be `{wide}`", apart(tree, span.file, [piece])
    result = function.child_by_field_name("return_type")
    if result is not None and _once(result, narrow) and not fixed(function):
        pieces = [piece, instead(result, _replaced(result, narrow, wide))]
        yield f"let `{name}` and the result be `{wide}`", apart(tree, span.file, pieces)


def _declared(left: Node, function: Node) -> Node | None:
    """The type that the one `let` of a plain name declares."""
    name = node_text(left).lstrip("* ")
    lets = [one for one in walk(function) if one.type == "let_declaration" and field_text(one, "pattern") == name]
    return lets[0].child_by_field_name("type") if len(lets) == 1 and name.isidentifier() else None


def _once(kind: Node, name: str) -> bool:
    return len(re.findall(rf"\b{name}\b", node_text(kind))) == 1


def _replaced(kind: Node, name: str, new: str) -> str:
    return re.sub(rf"\b{name}\b", new, node_text(kind))
