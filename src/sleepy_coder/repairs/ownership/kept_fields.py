"""Fields of a value that are read after the value has been given away (E0382): they are kept before that, copied or
cloned, which leaves the value as it is.

    list.push(node);                              let depth = node.depth;
    println!("{} {}", list.len(), node.depth);    list.push(node);
                                                  println!("{} {}", list.len(), depth);

Not where a function takes the value to change it or gives back one of its type, nor where what it was given to is
changed before a field is read.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.ownership.asked_before import alone
from sleepy_coder.repairs.ownership.effects import effects, meet
from sleepy_coder.repairs.ownership.interior import has_cells
from sleepy_coder.repairs.ownership.read_before_moved import (
    given_away,
    is_changed_by_call,
    readers_of,
    statement_before,
)
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import bare, field_text, members, only
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around
from sleepy_coder.rust.rewritten import Piece, apart, before
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_TYPE = re.compile(r"^move occurs because `(?P<name>\w+)` has type `(?P<type>[^`]+)`")
_ASSIGNING = ("assignment_expression", "compound_assignment_expr")


def kept_fields(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """A local for each field that is read, before the statement that gives the value away."""
    moved = given_away(error, span, tree) if error.code == "E0382" and not has_cells(tree) else None
    said = next((found for one in error.spans if (found := _TYPE.match(one.label or ""))), None)
    function = around(moved, "function_item")
    if moved is None or said is None or function is None or is_changed_by_call(moved, tree):
        return
    home = only(tree, bare(said["type"]), "struct_item")
    kinds = {field_text(one, "name"): one.child_by_field_name("type") for one in members(home[1])} if home else {}
    giving = statement_before(moved, span.byte_start)
    readers = readers_of(giving, moved)
    uses = [one for reader in readers for one in walk(reader) if _is(one, moved)]
    fields = [_field(one) for one in uses]
    given = effects(giving, tree).changed - {(node_text(moved),)}
    if (
        not readers
        or not alone(tree, span.file, giving)
        or any(meet(given, effects(one, tree).changed) for one in readers)
    ):
        return
    known = {node_text(one) for one in walk(function) if one.type == "identifier" and not _is_member(one)}
    names: dict[str, str] = {}
    pieces: list[Piece] = []
    for use, field in zip(uses, fields, strict=True):
        kind = kinds.get(node_text(field)) if field is not None else None
        if field is None or kind is None:
            return
        name = node_text(field) if node_text(field) not in known else f"{node_text(moved)}_{node_text(field)}"
        names[node_text(field)] = name
        pieces.append((use.start_point, field.end_point, name))
    if not names or known & set(names.values()):
        return
    line = tree.line(span.file, giving.start_point.row + 1)
    indent = line[: len(line) - len(line.lstrip())]
    for field_name, name in names.items():
        kind = kinds[field_name]
        copy = "" if kind is not None and kind.type == "primitive_type" else ".clone()"
        pieces.append(before(giving, f"let {name} = {node_text(moved)}.{field_name}{copy};\n{indent}"))
    yield "keep what is read of it", apart(tree, span.file, pieces)


def _is_member(name: Node) -> bool:
    """Whether a name of a macro's words stands behind a dot."""
    return name.prev_sibling is not None and node_text(name.prev_sibling) == "."


def _is(node: Node, moved: Node) -> bool:
    shown = node.type == "string_content" and re.search(rf"\{{{node_text(moved)}\b", node_text(node)) is not None
    named = node.type in ("identifier", "shorthand_field_identifier") and node_text(node) == node_text(moved)
    return shown or (named and not _is_member(node))


def _field(use: Node) -> Node | None:
    """The field of a value that is read; None where something else is done with the value."""
    outer = use.parent
    if outer is None or use.type != "identifier":
        return None
    if outer.type == "token_tree":
        dot = use.next_sibling
        field = dot.next_sibling if dot is not None and node_text(dot) == "." else None
        called = (
            field is not None and field.next_sibling is not None and node_text(field.next_sibling)[:1] in ("(", "=")
        )
        return field if not called else None
    field = outer.child_by_field_name("field") if outer.type == "field_expression" else None
    place = outer
    while (beyond := place.parent) is not None and beyond.type in ("field_expression", "index_expression"):
        place = beyond
    if beyond is None or beyond.child_by_field_name("function") == outer:
        return None
    lent = beyond.type == "reference_expression" and any(one.type == "mutable_specifier" for one in beyond.children)
    assigned = beyond.type in _ASSIGNING and beyond.child_by_field_name("left") == place
    return field if not lent and not assigned else None
