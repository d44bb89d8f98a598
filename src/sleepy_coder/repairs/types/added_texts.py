"""Something added to a text that is none (E0308, E0369), as other languages allow: `"n: " + n` says what `format!`
writes, and to a String the text of the other is added. A byte of a text may be meant as a character.
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
_BYTE = re.compile(r"(?:add|found) `u8`")
_BYTES = re.compile(r"\bbytes\(|\bas_bytes\(|\binto_bytes\(|\bb'|\bb\"|\bu8\s*[;\]>]")


def added_texts(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """A `format!` of both, or the text of what is added to a String."""
    if _is_of_text(error, span, tree):
        return
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


def _is_of_text(error: Diagnostic, span: Span, tree: SourceTree) -> bool:
    """Whether a byte is added where bytes are gone through."""
    byte = _BYTE.search(f"{error.message}\n{span.label}") is not None
    function = around(value_at(tree, span), "function_item") if byte else None
    return function is not None and _BYTES.search(node_text(function)) is not None


def _formatted(left: Node, right: Node) -> str:
    if left.type != "string_literal" or "\\u{" in node_text(left):
        return f'format!("{{}}{{}}", {node_text(left)}, {node_text(right)})'
    text = node_text(left)[1:-1].replace("{", "{{").replace("}", "}}")
    return f'format!("{text}{{}}", {node_text(right)})'


def _closed(value: Node) -> str:
    loose = value.type in ("binary_expression", "unary_expression", "type_cast_expression", "reference_expression")
    return f"({node_text(value)})" if loose else node_text(value)
