"""What is defined or given twice in the same words: one of the two goes. Of two that differ the owner knows which."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tree_sitter import Node, Point

from sleepy_coder.errors import EditRejected
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import COMMENTS, tokens
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.source import Edit, SourceTree

_GIVEN_TWICE = frozenset(("E0062", "E0124", "E0201", "E0428", "E0592"))
"""Initialisers, fields, members of an implementation, items and variants, members of several implementations."""

_DEFINITIONS = frozenset(
    (
        *("function_item", "function_signature_item", "const_item", "static_item", "type_item", "associated_type"),
        *("struct_item", "enum_item", "union_item", "trait_item", "mod_item", "enum_variant", "field_declaration"),
        *("field_initializer", "shorthand_field_initializer"),
    )
)
_WORD = re.compile(r"\b[^\W\d]\w*")
_ATTACHED = COMMENTS | {"attribute_item"}


def one_of_two(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """Without the second, or without the first if only the second has comments or attributes, as those have to stay."""
    if error.code not in _GIVEN_TWICE:
        return
    before = next((one for one in error.spans if not one.is_primary and one.file == span.file), None)
    second, first = (_definition(tree, one) if one is not None else None for one in (span, before))
    if second is None or first is None or second == first or list(tokens(second)) != list(tokens(first)):
        return
    if error.code == "E0592" and _header(second) != _header(first):  # one of them is for more types than the other
        return
    if _begin(second)[1] and not _begin(first)[1]:
        yield "take out the first", _without(tree, span.file, first)
    else:
        yield "take out the second", _without(tree, span.file, second)


def guesses_one(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits give one of two equal names (E0428) another one, which then nobody uses, or take out one of two
    definitions that differ."""
    span = error.primary
    if span is None or error.code != "E0428" or span.file not in tree.files:
        return False
    try:
        after = tree.apply(edits)
    except EditRejected:
        return False
    old, new = (Counter(_WORD.findall("\n".join(one.files.values()))) for one in (tree, after))
    if any(new[word] == 1 and word not in old for word in new):
        return True
    first = next((one for one in error.spans if not one.is_primary and one.file == span.file), None)
    two = [_definition(tree, one) for one in (span, first) if one is not None]
    words = [list(tokens(one)) for one in two if one is not None]
    differ = len(words) == 2 and words[0] != words[1]
    return differ and not new - old and bool(old - new)


def _definition(tree: SourceTree, span: Span) -> Node | None:
    return around(node_at(tree, span), *_DEFINITIONS)


def _header(member: Node) -> list[str]:
    """What stands before the body of the implementation of a member."""
    block = around(member, "impl_item")
    body = block.child_by_field_name("body") if block is not None else None
    parts = block.children if block is not None else []
    return [token for part in parts if part != body for token in tokens(part)]


def _begin(node: Node) -> tuple[Point, bool]:
    """Where a definition begins with the comments and attributes above it, and whether there are any."""
    first = node
    while (above := first.prev_sibling) is not None and above.type in _ATTACHED:
        # a line comment's node may end in the first column of the next line
        last = above.end_point.row - (above.end_point.column == 0)
        if last < first.start_point.row - 1 or above.start_point.column != node.start_point.column:
            break
        first = above
    return first.start_point, first != node


def _without(tree: SourceTree, file: str, node: Node) -> Edit:
    """Without a definition, its comma, and the blank line that set it apart."""
    lines = tree.lines(file)
    start, end = _begin(node)[0], node.end_point
    first, last = start.row + 1, end.row + 1
    head = lines[first - 1].encode()[: start.column].decode()
    rest = lines[last - 1].encode()[end.column :].decode()
    if head.strip() or rest.strip(" ,"):
        if rest.startswith(","):
            rest = rest[1:].lstrip(" ")
        else:
            head = head.rstrip(" ").removesuffix(",")
        return Edit(file, first, last, "\n".join(lines[first - 1 : last]), (head + rest).rstrip(" "))
    blank = [not line.strip() for line in lines]
    if first > 2 and blank[first - 2] and (last == len(lines) or blank[last] or lines[last].strip() == "}"):
        first -= 1
    elif last + 1 < len(lines) and blank[last] and (first == 1 or lines[first - 2].endswith("{")):
        last += 1
    if first > 1:
        kept, first = lines[first - 2], first - 1
    else:
        kept, last = lines[last], last + 1
    return Edit(file, first, last, "\n".join(lines[first - 1 : last]), kept)
