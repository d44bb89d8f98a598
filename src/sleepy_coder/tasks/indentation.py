"""Where a brace was put, as the indentation tells it.

A file with a brace too few parses again wherever one is added. Put at the end of the file it makes all that follows a
part of the function that was not closed; put too late in a function, it makes a statement conditional.
"""

from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.items import COMMENTS, ITEMS, node_text, parse

_BLOCKS = frozenset({"block", "declaration_list", "match_block"})


def swallowed(source: str) -> list[str]:
    """The first lines of what lies in a block without being indented, where the block's other content is."""
    lines = source.encode().split(b"\n")
    return list(_swallowed(parse(source), lines, 0))


def _swallowed(node: Node, lines: list[bytes], function: int) -> Iterator[str]:
    """`function` is the column of the function around: what stands there or to the left of it may be a statement that
    was put in for a moment, for no brace makes it lie outside.
    """
    if node.type == "function_item":
        function = node.start_point.column
    if node.type in _BLOCKS:
        outer = _indentation(lines[node.start_point.row])
        inside = [child for child in node.named_children if child.type not in COMMENTS and _starts_line(child, lines)]
        flat = [child for child in inside if child.start_point.column <= outer]
        if len(flat) < len(inside):
            for child in flat:
                if child.type in ITEMS or child.start_point.column > function:
                    yield node_text(child).partition("\n")[0]
    for child in node.named_children:
        yield from _swallowed(child, lines, function)


def _indentation(line: bytes) -> int:
    return len(line) - len(line.lstrip())


def _starts_line(node: Node, lines: list[bytes]) -> bool:
    return not lines[node.start_point.row][: node.start_point.column].strip()
