"""Edits that write something in the place of a node of the syntax tree."""

from tree_sitter import Node

from sleepy_coder.rust.source import Edit, SourceTree


def on_one_line(node: Node) -> bool:
    """Whether a node begins and ends on the same line."""
    return node.start_point.row == node.end_point.row


def written_over(tree: SourceTree, file: str, node: Node, new: str) -> Edit:
    """The lines of a node, with `new` in its place."""
    first, last = node.start_point.row + 1, node.end_point.row + 1
    before = tree.line(file, first).encode()[: node.start_point.column].decode()
    after = tree.line(file, last).encode()[node.end_point.column :].decode()
    return Edit(file, first, last, tree.range_text(file, first, last), before + new + after)
