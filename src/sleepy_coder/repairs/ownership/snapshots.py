"""A reference to a part of something that is moved away while the reference is still needed (E0505), and a base of
which a struct literal takes the rest although it is needed again (E0382): what is kept is a clone of its own."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.ownership.interior import has_cells
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import after, instead, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_BORROWED = re.compile(r"^borrow of `.+` occurs here$")
_MOVED = re.compile(r"^value (?:partially )?moved here")
_PARTS = ("field_expression", "index_expression")


def snapshots(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`.clone()` of the part, or of the base."""
    for one in error.spans if error.code in ("E0382", "E0505") and not has_cells(tree) else ():
        node = node_at(tree, one) if one.file in tree.files else None
        if error.code == "E0505" and _BORROWED.match(one.label or ""):
            value = _part(around(node, "let_declaration", "block"))
            part = value.child_by_field_name("value") if value is not None else None
            if value is not None and part is not None:
                for new in (node_text(part), f"{node_text(part)}.clone()"):  # what can be copied needs no clone
                    yield "keep a copy of it", rewritten(tree, one.file, [instead(value, new)])
        elif error.code == "E0382" and _MOVED.match(one.label or ""):
            for base in _bases(around(node, "struct_expression")):
                yield "clone the base", rewritten(tree, one.file, [after(base, ".clone()")])


def _bases(literal: Node | None) -> Iterator[Node]:
    """The variable of which a struct literal takes the rest."""
    body = literal.child_by_field_name("body") if literal is not None else None
    for one in body.named_children if body is not None else ():
        if one.type == "base_field_initializer" and one.named_children[0].type == "identifier":
            yield one.named_children[0]


def _part(let: Node | None) -> Node | None:
    """The shared reference to a part that a `let` binds to a name and nothing more."""
    if let is None or let.type != "let_declaration" or let.child_by_field_name("type") is not None:
        return None
    value, pattern = let.child_by_field_name("value"), let.child_by_field_name("pattern")
    if value is None or pattern is None or pattern.type != "identifier" or value.type != "reference_expression":
        return None
    part = value.child_by_field_name("value")
    shared = not any(child.type == "mutable_specifier" for child in value.children)
    return value if shared and part is not None and part.type in _PARTS else None
