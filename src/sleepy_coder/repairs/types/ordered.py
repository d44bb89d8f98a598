"""A comparison where an order is wanted (E0308): `sort_by(|a, b| a > b)`, as other languages have it. Some of them mean
by it that `a` comes first, some that it comes last, so that both orders are tried and only tests tell which was meant.
"""

from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import covered, node_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree

_NO_ORDER = "expected `Ordering`, found `bool`"
_COMPARING = frozenset(("<", "<=", ">", ">="))
_PLAIN = frozenset(("identifier", "field_expression", "index_expression", "call_expression"))
_METHODS = ("cmp", "total_cmp")  # whichever its values have


def wants_order(error: Diagnostic) -> bool:
    """Whether a comparison stands where an order is wanted."""
    return error.code == "E0308" and error.primary is not None and error.primary.label == _NO_ORDER


def ordered(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The order of the two that are compared, and the other one."""
    comparison = covered(node_at(tree, span), span) if wants_order(error) else None
    if comparison is None or comparison.type != "binary_expression":
        return
    left, right = (comparison.child_by_field_name(field) for field in ("left", "right"))
    if left is None or right is None or field_text(comparison, "operator") not in _COMPARING:
        return
    for method in _METHODS:
        for one, other in ((left, right), (right, left)):
            text = f"{_value(one)}.{method}({'' if other.type == 'identifier' else '&'}{_value(other)})"
            yield "compare them by their order", written_over(tree, span.file, comparison, text)


def _value(node: Node) -> str:
    return node_text(node) if node.type in _PLAIN else f"({node_text(node)})"
