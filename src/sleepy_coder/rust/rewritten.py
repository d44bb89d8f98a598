"""Lines with some of their places written anew, as one edit."""

from collections.abc import Sequence

from tree_sitter import Node, Point

from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.source import Edit, SourceTree

Piece = tuple[Point, Point, str]


def before(node: Node, text: str) -> Piece:
    """`text` put before a node."""
    return node.start_point, node.start_point, text


def after(node: Node, text: str) -> Piece:
    """`text` put behind a node."""
    return node.end_point, node.end_point, text


def rewritten(tree: SourceTree, file: str, pieces: Sequence[Piece]) -> Edit:
    """The lines that hold all the pieces, which do not overlap, with each of these in its place."""
    first = min(start.row for start, _, _ in pieces) + 1
    last = max(end.row for _, end, _ in pieces) + 1
    old = tree.range_text(file, first, last)
    lines, new = old.encode().split(b"\n"), old.encode()
    starts = [sum(len(line) + 1 for line in lines[:row]) for row in range(len(lines))]
    for start, end, text in sorted(pieces, reverse=True):
        left, right = (starts[point.row + 1 - first] + point.column for point in (start, end))
        new = new[:left] + text.encode() + new[right:]
    return Edit(file, first, last, old, new.decode())


def apart(tree: SourceTree, file: str, pieces: Sequence[Piece]) -> tuple[Edit, ...]:
    """The same for pieces that may lie far from each other: an edit for those that share lines."""
    groups: list[list[Piece]] = []
    for piece in sorted(pieces):
        if groups and piece[0].row <= max(end.row for _, end, _ in groups[-1]):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return tuple(rewritten(tree, file, group) for group in groups)


def below(file: str, node: Node, text: str) -> Edit:
    """An item of its own below a node, indented as it is."""
    row, indent = node.end_point.row + 1, " " * node.start_point.column
    lines = (f"{indent}{line}" if line else "" for line in text.split("\n"))
    return Edit(file, row + 1, row, "", "\n".join(("", *lines)))


def appended(body: Node, text: str) -> Piece:
    """`text` put behind the last member between braces, as that is written."""
    closing = body.children[-1]
    last = closing.prev_sibling
    if last is None or (not last.is_named and node_text(last) != ","):
        return after(last or body.children[0], f" {text} ")
    member = last if last.is_named else last.prev_named_sibling
    lines = closing.start_point.row > last.end_point.row and member is not None
    gap = "\n" + " " * member.start_point.column if lines and member is not None else " "
    comma = "," if lines or (body.type == "field_declaration_list" and not last.is_named) else ""
    return after(last, f"{'' if not last.is_named else ','}{gap}{text}{comma}")


def instead(node: Node, text: str) -> Piece:
    """`text` put in the place of a node."""
    return node.start_point, node.end_point, text


def written_over(tree: SourceTree, file: str, node: Node, new: str) -> Edit:
    """The lines of a node, with `new` in its place."""
    return rewritten(tree, file, [instead(node, new)])
