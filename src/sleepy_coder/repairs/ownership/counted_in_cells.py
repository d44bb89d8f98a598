"""A number of a type's own that a method changes although its trait lets it only read, or that is changed behind an
`Rc` (E0594): a `Cell` of the number may be changed there. It is named so wherever it is declared, made, read and
changed; where one use cannot be said that way, all stay as they are."""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import is_library
from sleepy_coder.rust.imports import sorted_in
from sleepy_coder.rust.items import COMMENTS, node_text, parse
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, after, apart, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_ASSIGNMENTS = ("assignment_expression", "compound_assignment_expr")
_SHARED = "cannot assign to data in an `Rc`"
_CELL = "Cell"
_CALLS = ("call_expression", "macro_invocation", "await_expression")
_DEBUG = re.compile(r"\{[^{}\n]*:#?\?\}|\bdbg!")


def counted_in_cells(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """`Cell` for the field that a trait's `&self` method assigns to, or that is assigned to behind an `Rc`."""
    assigned = around(node_at(tree, span), *_ASSIGNMENTS) if error.code == "E0594" else None
    place = assigned.child_by_field_name("left") if assigned is not None else None
    field = place.child_by_field_name("field") if place is not None and place.type == "field_expression" else None
    if place is None or field is None:
        return
    if not error.message.startswith(_SHARED) and not (
        node_text(place) == f"self.{node_text(field)}" and _of_trait(place)
    ):
        return
    name = node_text(field)
    texts = {file: text for file, text in tree.files.items() if file.endswith(".rs") and name in text}
    homes = [one for text in texts.values() for one in walk(parse(text)) if _declares(one, name)]
    kind = homes[0].child_by_field_name("type") if len(homes) == 1 else None
    if kind is None or kind.type != "primitive_type" or node_text(kind) == "str":
        return
    public = any(child.type == "visibility_modifier" for child in homes[0].children)
    if (public and is_library(tree)) or _shown(homes[0], tree):
        return
    edits: list[Edit] = []
    for file, text in texts.items():
        pieces = _pieces(parse(text), name)
        if pieces is None:
            return
        edits += apart(tree, file, pieces) if pieces else ()
        edits += cell_import(tree, file) if pieces else ()
    yield f"keep `{name}` in a cell", edits


def _of_trait(place: Node) -> bool:
    block = around(place, "impl_item")
    return block is not None and block.child_by_field_name("trait") is not None


def _shown(field: Node, tree: SourceTree) -> bool:
    """Whether a text may show all of a struct, with its cells as such."""
    home = around(field, "struct_item")
    above = home.prev_named_sibling if home is not None else None
    while above is not None and (above.type == "attribute_item" or above.type in COMMENTS):
        if re.search(r"\bderive\b.*\bDebug\b", node_text(above), re.DOTALL):
            return any(_DEBUG.search(text) for text in tree.files.values())
        above = above.prev_named_sibling
    return False


def _declares(node: Node, name: str) -> bool:
    own = node.child_by_field_name("name") if node.type == "field_declaration" else None
    return own is not None and node_text(own) == name


def _pieces(root: Node, name: str) -> list[Piece] | None:
    """What a file says otherwise; None where a use is neither the making of a value nor its reading or changing."""
    pieces: list[Piece] = []
    for one in walk(root):
        if one.type in ("field_identifier", "shorthand_field_identifier", "identifier") and node_text(one) == name:
            found = _piece(one)
            if found is None:
                return None
            pieces += found
    return pieces if len({start for start, _, _ in pieces}) == len(pieces) else None


def _piece(use: Node) -> list[Piece] | None:
    outer = use.parent
    if outer is None:
        return None
    if outer.type == "field_declaration":
        kind = outer.child_by_field_name("type")
        return [instead(kind, f"{_CELL}<{node_text(kind)}>")] if kind is not None else None
    if outer.type == "field_initializer" and outer.child_by_field_name("field") == use:
        value = outer.child_by_field_name("value")
        return [instead(value, f"{_CELL}::new({node_text(value)})")] if value is not None else None
    if outer.type == "shorthand_field_initializer":
        return [instead(outer, f"{node_text(use)}: {_CELL}::new({node_text(use)})")]
    if outer.type == "field_expression":
        return used(outer) if use.type == "field_identifier" else []
    if outer.type == "token_tree":
        dot = use.prev_sibling
        return [after(use, ".get()")] if dot is not None and node_text(dot) == "." else []
    return [] if use.type == "identifier" else None


def used(place: Node) -> list[Piece] | None:
    """A reading or changing of a place that is a cell; to borrow it, or to call what has its name, is neither."""
    outer = place.parent
    called = outer is not None and outer.type == "call_expression" and outer.child_by_field_name("function") == place
    if outer is None or called or outer.type == "reference_expression":
        return None
    if outer.type not in _ASSIGNMENTS or outer.child_by_field_name("left") != place:
        return [after(place, ".get()")]
    value, operator = outer.child_by_field_name("right"), outer.child_by_field_name("operator")
    if value is None:
        return None
    if outer.type != "assignment_expression" and any(one.type in _CALLS for one in walk(value)):
        return None  # it is computed before the field is read, and may change it
    text = node_text(place)
    if outer.type == "assignment_expression":
        return [(place.end_point, value.start_point, ".set("), after(value, ")")]
    sign = node_text(operator).removesuffix("=") if operator is not None else ""
    plain = value.type in ("integer_literal", "float_literal", "identifier", "field_expression")
    head, tail = ("", ")") if plain else ("(", "))")
    return (
        [(place.end_point, value.start_point, f".set({text}.get() {sign} {head}"), after(value, tail)] if sign else None
    )


def cell_import(tree: SourceTree, file: str) -> Iterator[Edit]:
    """The import of `Cell` into a file that has none."""
    root = parse(tree.files[file])
    uses = [one for one in root.named_children if one.type == "use_declaration"]
    if any("cell::" in node_text(one) and _CELL in _words(one) for one in uses):
        return
    heads = (*COMMENTS, "inner_attribute_item", "attribute_item")
    first = uses[0] if uses else next(one for one in root.named_children if one.type not in heads)
    while (above := first.prev_named_sibling) is not None and _of_item(above):
        first = above
    number = first.start_point.row + 1
    yield sorted_in(
        Edit(file, number, number - 1, "", "use std::cell::Cell;" if uses else "use std::cell::Cell;\n"), tree
    )


def _of_item(above: Node) -> bool:
    """Whether what stands above an item is said of it."""
    return above.type == "attribute_item" or node_text(above).startswith(("///", "/**"))


def _words(use: Node) -> set[str]:
    return {node_text(one) for one in walk(use) if "identifier" in one.type}
