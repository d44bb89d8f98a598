"""What a repair would leave out of a calculation or a condition: one side of an operator goes, and the other one stays.

    *high - *low                                - *low          which is a sign now
    ready && armed                              ready

Most that is taken out with a whole statement is meant to go, and so is a value that something is compared with for no
reason, as in `if done != 0`.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node, Point

from sleepy_coder.errors import EditRejected
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_WORD = re.compile(r"\w+")
_EQUAL = ("==", "!=")


def leaves_out_operand(edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits take out one side of an operator, with or without it, and put no word in its place. What does not
    parse has no sides."""
    return any(
        _parts(operation, *taken)
        for edit in edits
        if edit.file.endswith(".rs") and (taken := _taken_out(edit, tree)) is not None
        for operation in _operations(tree.files[edit.file])
    )


def _operations(text: str) -> Iterator[Node]:
    root = parse(text)
    return (one for one in walk(root) if one.type == "binary_expression" and not root.has_error)


def _taken_out(edit: Edit, tree: SourceTree) -> tuple[Point, Point] | None:
    """Where an edit takes something out, if it puts nothing but marks there."""
    old, new = edit.old, edit.new
    try:
        text = tree.range_text(edit.file, edit.first_line, edit.last_line)
    except EditRejected:
        return None
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    if not old or text.count(old) != 1 or _WORD.search(new[head : len(new) - tail]):
        return None
    above = text[: text.index(old)]
    return _point(edit, above + old[:head]), _point(edit, above + old[: len(old) - tail])


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (left, right) in pairs if left != right), min(len(one), len(other)))


def _point(edit: Edit, above: str) -> Point:
    """Where some text of an edit's lines ends."""
    *before, last = above.split("\n")
    return Point(edit.first_line - 1 + len(before), len(last.encode()))


def _parts(operation: Node, start: Point, end: Point) -> bool:
    """Whether one side of an operator lies between two places, and not all of the operation."""
    sides = [one for name in ("left", "right") if (one := operation.child_by_field_name(name)) is not None]
    gone = [one for one in sides if start <= one.start_point and one.end_point <= end]
    operator = operation.child_by_field_name("operator")
    if len(gone) == 1 and operator is not None and node_text(operator) in _EQUAL:
        return not gone[0].type.endswith("_literal")
    return len(gone) == 1
