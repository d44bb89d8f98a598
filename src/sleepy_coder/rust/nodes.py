"""Nodes of the syntax tree, by the place that an error names."""

import re
from functools import lru_cache

from tree_sitter import Node, Point

from sleepy_coder.rust.diagnostic import Span
from sleepy_coder.rust.items import COMMENTS, node_text, parse
from sleepy_coder.rust.source import SourceTree

_CALLED = re.compile(
    r"""//[^\n]*|/\*.*?\*/|\b[bc]?r(?P<hashes>\#*)".*?"(?P=hashes)|"(?:\\.|[^"\\])*"|'\\?"'|(?<=\w)!(?=\()""", re.DOTALL
)
"""The mark of a macro's call; comments and texts, in which it is none, are passed over."""


def node_at(tree: SourceTree, span: Span) -> Node | None:
    """The smallest node at a span's first character."""
    return _smallest(tree.files[span.file], tree, span)


def value_at(tree: SourceTree, span: Span) -> Node | None:
    """The same, where what is given to a macro counts as given to a function: the grammar knows only words there."""
    return _smallest(_called(tree.files[span.file]), tree, span)


@lru_cache(maxsize=16)
def _called(text: str) -> str:
    return _CALLED.sub(lambda found: " " if found[0] == "!" else found[0], text)


def _smallest(text: str, tree: SourceTree, span: Span) -> Node | None:
    line = tree.line(span.file, span.line_start)
    point = Point(span.line_start - 1, len(line[: span.column_start - 1].encode()))
    return parse(text).descendant_for_point_range(point, point)


def around(node: Node | None, *types: str) -> Node | None:
    """The innermost node of one of these types that `node` is or stands in."""
    while node is not None and node.type not in types:
        node = node.parent
    return node


def covered(node: Node | None, span: Span) -> Node | None:
    """The largest node around one at a span's start that does not reach beyond the span."""
    while node is not None and node.parent is not None and _within(node.parent, span):
        node = node.parent
    return node


def _within(node: Node, span: Span) -> bool:
    return span.byte_start <= node.start_byte and node.end_byte <= span.byte_end


def asked_at(tree: SourceTree, span: Span) -> Node | None:
    """The expression with a `?` that begins and ends where a span does."""
    asked = around(value_at(tree, span), "try_expression")
    while asked is not None and asked.end_byte != span.byte_end:
        asked = around(asked.parent, "try_expression")
    return asked


def first_row(item: Node) -> int:
    """The row where an item begins, with what is written above it."""
    while (above := item.prev_named_sibling) is not None and above.type in ("attribute_item", *COMMENTS):
        if above.end_point.row + 1 < item.start_point.row or node_text(above).startswith("//!"):
            break
        item = above
    return item.start_point.row


def on_one_line(node: Node) -> bool:
    """Whether a node begins and ends on the same line."""
    return node.start_point.row == node.end_point.row
