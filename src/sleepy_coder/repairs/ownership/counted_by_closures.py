"""A local number that a closure changes while it is read or changed elsewhere, as by another closure (E0499, E0502,
E0503, E0506): in a `Cell` all of them share it. It starts as a literal, and every use can be said of a cell, or all
stay as they are."""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.ownership.counted_in_cells import cell_import, used
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, after, apart, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_CODES = ("E0499", "E0502", "E0503", "E0506")
_NAMED = re.compile(r"^cannot (?:borrow|use|assign to) `(\w+)`")
_IN_CLOSURE = re.compile(r"borrow occurs due to use (?:of `\w+` )?in closure")
_LITERALS = ("integer_literal", "float_literal", "boolean_literal")


def counted_by_closures(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """`Cell` for the local."""
    named = _NAMED.match(error.message) if error.code in _CODES else None
    function = around(node_at(tree, span), "function_item")
    if named is None or function is None or not any(_IN_CLOSURE.search(one.label or "") for one in error.spans):
        return
    name = named[1]
    lets = [one for one in walk(function) if _binds(one, name)]
    pieces = _pieces(lets[0], function, name) if len(lets) == 1 else None
    if pieces:
        yield f"keep `{name}` in a cell", (*apart(tree, span.file, pieces), *cell_import(tree, span.file))


def _binds(node: Node, name: str) -> bool:
    pattern = node.child_by_field_name("pattern") if node.type == "let_declaration" else None
    return pattern is not None and node_text(pattern) == name


def _pieces(let: Node, function: Node, name: str) -> list[Piece] | None:
    """What a function says otherwise; None where a use of the name is none of its number."""
    value, kind, pattern = (let.child_by_field_name(field) for field in ("value", "type", "pattern"))
    mutable = next((child for child in let.children if child.type == "mutable_specifier"), None)
    if value is None or value.type not in _LITERALS or mutable is None or pattern is None:
        return None
    pieces: list[Piece] = [
        (mutable.start_point, pattern.start_point, ""),
        instead(value, f"Cell::new({node_text(value)})"),
    ]
    if kind is not None:
        pieces.append(instead(kind, f"Cell<{node_text(kind)}>"))
    shown = re.compile(rf"\{{{name}[:}}]")
    for one in walk(function):
        if one.type == "string_content" and shown.search(node_text(one)):
            return None
        if one.type in ("identifier", "shorthand_field_identifier") and node_text(one) == name and one != pattern:
            found = _piece(one)
            if found is None:
                return None
            pieces += found
    return pieces if len({start for start, _, _ in pieces}) == len(pieces) else None


def _piece(use: Node) -> list[Piece] | None:
    outer = use.parent
    if outer is None or use.type != "identifier" or _in_pattern(use):
        return None
    if outer.type == "token_tree":
        near = [node_text(one) for one in (use.prev_sibling, use.next_sibling) if one is not None]
        return [after(use, ".get()")] if not {"&", "mut", ".", "=", "+=", "-="} & set(near) else None
    if outer.type == "shorthand_field_initializer":
        return [instead(outer, f"{node_text(use)}: {node_text(use)}.get()")]
    return used(use)


def _in_pattern(use: Node) -> bool:
    """Whether a name is bound anew."""
    outer = around(use, "closure_parameters", "parameter", "match_pattern", "tuple_pattern", "tuple_struct_pattern")
    loop = use.parent
    return outer is not None or (
        loop is not None and loop.type == "for_expression" and loop.child_by_field_name("pattern") == use
    )
