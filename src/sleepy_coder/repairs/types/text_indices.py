"""A text indexed by a number (E0277), as other languages do to get one of its characters.

An index at which there is none stops the program, as that of a list does. Not where the character is converted by
`as`, which gives the same for its byte in most texts and something else in others, nor where it is borrowed or changed.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, covered, value_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree

_INDEXED = re.compile(r"the type `(?:str|String)` cannot be indexed by `(?P<kind>\{integer\}|[iu](?:8|16|32|64|size))`")
_PLAIN = ("identifier", "integer_literal", "field_expression", "call_expression", "parenthesized_expression")
_ELSEWHERE = ("reference_expression", "type_cast_expression", "assignment_expression", "compound_assignment_expr")


def text_indices(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The character at that place; or the byte, which is of another type."""
    said = _INDEXED.match(error.message) if error.code == "E0277" else None
    index = covered(value_at(tree, span), span) if said is not None else None
    place = around(index.parent, "index_expression") if index is not None else None
    if said is None or index is None or place is None or place.named_children[-1] != index:
        return
    outer = place.parent
    if outer is not None and outer.type == "parenthesized_expression":
        outer = outer.parent
    if outer is None or outer.type in _ELSEWHERE:
        return
    owner, number = node_text(place.named_children[0]), _as_index(index, said["kind"])
    if not _is_byte(outer, place):
        yield (
            "take its character",
            written_over(tree, span.file, place, f"{owner}.chars(){_step(owner, index, number)}"),
        )
    yield "take its byte", written_over(tree, span.file, place, f"{owner}.as_bytes()[{number}]")


def _as_index(index: Node, kind: str) -> str:
    text = node_text(index)
    if kind in ("usize", "{integer}"):
        return text
    return f"{text} as usize" if index.type in _PLAIN else f"({text}) as usize"


def _step(owner: str, index: Node, number: str) -> str:
    if node_text(index) == "0":
        return ".next().unwrap()"
    if re.sub(r"\s", "", node_text(index)) == f"{owner}.len()-1":
        return ".last().unwrap()"
    return f".nth({number}).unwrap()"


def _is_byte(outer: Node, place: Node) -> bool:
    """Whether a place is compared or reckoned with a byte as it is written."""
    sides = ("left", "right") if outer.type == "binary_expression" else ()
    return any(field_text(outer, side).startswith("b'") for side in sides)
