"""A character literal that is added to or taken from a byte (E0277): `b'0'` is the byte that the literal stands for."""

import re
from collections.abc import Iterator

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, value_at
from sleepy_coder.rust.rewritten import before, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_OF_BYTE = re.compile(r"^no implementation for `&?u8 [-+*/%&|^]=? char`$")
_ONE_BYTE = re.compile(r"""'(?:[ -~]|\\[nrt0'"\\]|\\x[0-7][0-9a-fA-F])'""")


def byte_literals(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The literal with its `b`, if it is of one byte."""
    if error.code not in ("E0277", "E0369") or not _OF_BYTE.match(span.label or ""):
        return
    operation = around(value_at(tree, span), "binary_expression", "compound_assignment_expr")
    right = operation.child_by_field_name("right") if operation is not None else None
    if right is not None and right.type == "char_literal" and _ONE_BYTE.fullmatch(node_text(right)):
        yield "take the byte", rewritten(tree, span.file, [before(right, "b")])
