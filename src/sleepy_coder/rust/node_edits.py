"""Edits that write something in the place of a node of the syntax tree."""

from tree_sitter import Node

from sleepy_coder.rust.source import Edit, SourceTree


def on_one_line(node: Node) -> bool:
    """Whether a node begins and ends on the same line."""
    return node.start_point.row == node.end_point.row


def written_over(tree: SourceTree, file: str, node: Node, new: str) -> Edit:
    """The line of a node that lies on one, with `new` in its place."""
    number = node.start_point.row + 1
    line = tree.line(file, number)
    start, end = (len(line.encode()[:column].decode()) for column in (node.start_point.column, node.end_point.column))
    return Edit(file, number, number, line, line[:start] + new + line[end:])
