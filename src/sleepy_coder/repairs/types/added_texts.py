"""Something added to a text that is none (E0308, E0369), as other languages allow: `"n: " + n` says what `format!`
writes, and to a String the text of the other is added.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, covered, value_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree

_ADDED = re.compile(r"cannot add `(?:char|bool|[iu]\w+|f\d+|\{\w+\})` to `&(?:'static )?str`")
_TEXT_WANTED = re.compile(r"^expected `&str`, found (?:`(?:char|bool|[iu]\w+|f\d+)`|integer|floating-point number)$")


def added_texts(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """A `format!` of both, or the text of what is added to a String."""
    if error.code == "E0369" and _ADDED.match(error.message):
        addition = around(value_at(tree, span), "binary_expression")
        sides = [addition.child_by_field_name(name) for name in ("left", "right")] if addition is not None else []
        if addition is not None and len(sides) == 2 and sides[0] is not None and sides[1] is not None:
            yield "format both", written_over(tree, span.file, addition, _formatted(sides[0], sides[1]))
    elif error.code == "E0308" and _TEXT_WANTED.match(span.label or ""):
        value = covered(value_at(tree, span), span)
        parent = value.parent if value is not None else None
        added = (
            parent is not None and parent.type == "binary_expression" and parent.child_by_field_name("right") == value
        )
        operator = parent.child_by_field_name("operator") if parent is not None and added else None
        if value is not None and operator is not None and node_text(operator) == "+":
            yield "add its text", written_over(tree, span.file, value, f"&{_closed(value)}.to_string()")


def _formatted(left: Node, right: Node) -> str:
    if left.type != "string_literal":
        return f'format!("{{}}{{}}", {node_text(left)}, {node_text(right)})'
    text = node_text(left)[1:-1].replace("{", "{{").replace("}", "}}")
    return f'format!("{text}{{}}", {node_text(right)})'


def _closed(value: Node) -> str:
    loose = value.type in ("binary_expression", "unary_expression", "type_cast_expression", "reference_expression")
    return f"({node_text(value)})" if loose else node_text(value)
