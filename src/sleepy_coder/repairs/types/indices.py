"""What a slice is indexed by (E0277): an integer that is no `usize`, or a reference to one.

A cast is safe here as it is in few other places: what does not fit, as a negative number, becomes an index far beyond
the end, at which the program stops instead of going on with a wrong value.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text, only
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, covered, value_at
from sleepy_coder.rust.rewritten import Piece, rewritten, written_over
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_INDEXED = re.compile(
    r"the type `(?P<type>.+)` cannot be indexed by "
    r"`(?:(?:\w+::)*(?P<range>Range\w*)<)?(?P<shared>&*)(?P<kind>[iu](?:8|16|32|64|size))>?`"
)
_WRAPPED = re.compile(r"the type `\[.+` cannot be indexed by `&*(?:\w+::)*(?P<kind>\w+)`")
_WIDENED = ("u8", "u16")
"""What `usize` holds on every machine."""
_UNSIGNED = re.compile(r"u(?:8|16|32|64)")
_LOOSE = frozenset(("binary_expression", "type_cast_expression", "range_expression", "closure_expression"))


def indices(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The index as a `usize`; of a range both of its ends; of what wraps a number that number."""
    if error.code == "E0277":
        yield from _unwrapped(error, span, tree)
    found = _INDEXED.match(error.message) if error.code == "E0277" else None
    index = covered(value_at(tree, span), span) if found is not None else None
    if found is None or index is None or around(index.parent, "index_expression", "token_tree") is None:
        return
    of_text = not found["type"].startswith("[")
    if (of_text and found["range"] is None) or any(map(_is_negative, walk(index))):
        return  # a text has no index; and elsewhere `-1` is the last one
    ends = index.named_children if found["range"] is not None and index.type == "range_expression" else [index]
    pieces: list[Piece] = [
        (end.start_point, end.end_point, _as_index(end, found["kind"], len(found["shared"])))
        for end in ends
        if end.type != "integer_literal"
    ]
    if pieces:
        yield "index by a `usize`", rewritten(tree, span.file, pieces)


def _unwrapped(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The only field of a struct of the tree, where that is an integer without a sign."""
    found = _WRAPPED.match(error.message)
    index = covered(value_at(tree, span), span) if found is not None else None
    home = only(tree, found["kind"], "struct_item") if found is not None else None
    body = home[1].child_by_field_name("body") if home is not None else None
    if index is None or body is None or index.type in _LOOSE:
        return
    ordered = body.type == "ordered_field_declaration_list"
    kinds = (
        body.children_by_field_name("type")
        if ordered
        else [one.child_by_field_name("type") for one in body.named_children]
    )
    names = ["0"] if ordered else [field_text(one, "name") for one in body.named_children]
    kind = node_text(kinds[0]) if len(kinds) == 1 and kinds[0] is not None else ""
    if kind == "usize" or _UNSIGNED.fullmatch(kind):
        cast = "" if kind == "usize" else " as usize"
        yield f"index by its `{names[0]}`", written_over(tree, span.file, index, f"{node_text(index)}.{names[0]}{cast}")


def _is_negative(node: Node) -> bool:
    return node.type == "unary_expression" and node_text(node).startswith("-")


def _as_index(value: Node, kind: str, references: int) -> str:
    bare = value.named_children[0] if value.type == "parenthesized_expression" else value
    text = node_text(bare)
    if references:
        text = "*" * references + (f"({text})" if bare.type in _LOOSE else text)
    if kind == "usize":
        return text
    if kind in _WIDENED:
        return f"usize::from({text})"
    return f"({text}) as usize" if bare.type in _LOOSE and not references else f"{text} as usize"
