"""Nodes of the syntax tree, all that stand in one."""

from collections.abc import Iterator

from tree_sitter import Node


def walk(node: Node | None) -> Iterator[Node]:
    """A node and what stands in it, in the order of the source; nothing for no node."""
    waiting = [node] if node is not None else []
    while waiting:
        one = waiting.pop()
        yield one
        waiting += reversed(one.children)
