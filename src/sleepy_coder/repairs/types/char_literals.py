"""A text of one character where a `char` is wanted or compared (E0308, E0277): other languages have no type for one.
rustc writes such a character by itself, but none with a backslash, and none behind a reference."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at, value_at
from sleepy_coder.rust.rewritten import Piece, before, instead, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_WANTED = "expected `char`, found `&str`"
_COMPARED = "can't compare `char` with `str`"
_BEHIND = re.compile(r"required for `(&+)char` to implement `PartialEq<(&+)str>`")
_ONE = re.compile(r"""(?:[^\\"]|\\(?:[nrt0'"\\]|x[0-7][0-9a-fA-F]|u\{[0-9a-fA-F_]+\}))""")


def char_literals(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The character of a text that is no longer than one."""
    pieces = None
    if error.code == "E0308" and span.label == _WANTED:
        text = around(value_at(tree, span), "string_literal")
        pieces = _pieces(text) if text is not None and "\\" in node_text(text) else None
    elif error.code == "E0277" and error.message == _COMPARED:
        pieces = _compared(error, around(value_at(tree, span), "binary_expression") or node_at(tree, span))
    if pieces:
        yield "write it as a `char`", rewritten(tree, span.file, pieces)


def _pieces(text: Node | None) -> list[Piece] | None:
    content = node_text(text)[1:-1] if text is not None and text.type == "string_literal" else ""
    if text is None or not _ONE.fullmatch(content):
        return None
    escaped = {'\\"': '"', "'": "\\'"}.get(content, content)
    return [instead(text, f"'{escaped}'")]


def _compared(error: Diagnostic, operation: Node | None) -> list[Piece] | None:
    """The character beside what is compared, which is followed if it is a reference."""
    left, right = (operation.child_by_field_name(side) if operation else None for side in ("left", "right"))
    written = _pieces(right)
    behind = next((found for remark in error.remarks if (found := _BEHIND.search(remark))), None)
    followed = len(behind[1]) if behind is not None else 0
    if left is None or written is None or (behind is not None and len(behind[2]) > len(behind[1])):
        return None
    if followed and left.type not in ("identifier", "field_expression"):
        return None
    return [before(left, "*" * followed), *written] if followed else written
